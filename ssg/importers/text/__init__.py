"""Reading facts out of running text: pay, dates, places, skills, sections, in five languages."""
