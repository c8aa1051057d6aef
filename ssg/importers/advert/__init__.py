"""An advert that somebody pasted: its head, its title, its body, and the page that it was copied from."""
