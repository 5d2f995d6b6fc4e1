"""The pages about the voorschool: reach, hours, groups, handover, need, supervision, money."""
