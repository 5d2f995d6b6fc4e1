"""What a calendar is made of: the tasks of a werkruimte, and the days on which is counted."""
