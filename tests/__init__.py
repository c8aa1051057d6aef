"""The tests of ssg."""
