"""Children are placed, told and published."""
