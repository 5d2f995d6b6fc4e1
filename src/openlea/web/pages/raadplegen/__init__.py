"""The pages of rounds of questions, and the door through which people answer."""
