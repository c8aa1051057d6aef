"""What builds cost: `python -m bench`."""
