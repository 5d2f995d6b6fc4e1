"""The door for programs: the same figures and agenda that people see, as JSON or CSV."""
