"""The page with the plan of the year: which meetings law and agenda ask, and what is open."""
