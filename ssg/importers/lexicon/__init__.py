"""What the readers of running text know by heart: towns, technologies, trades, headings, labels, page furniture."""
