"""The pages of plans, of public schools, and of what in the agenda serves a duty."""
