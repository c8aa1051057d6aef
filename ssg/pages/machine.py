"""What machines read of one language: entries for feeds, and the files that hold them."""
