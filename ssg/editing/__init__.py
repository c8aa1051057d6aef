"""Writing and changing postings by command, by form and by pull request: text in, text out."""
