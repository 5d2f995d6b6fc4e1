"""Fetching what a publisher has live: one file for each way in which publishers answer."""
