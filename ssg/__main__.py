"""`python -m ssg` and the command `ssg`."""

from ssg.cli import main

if __name__ == "__main__":
    main()
