"""The pages about one's own calendar, and the door from which a calendar program fetches it."""
