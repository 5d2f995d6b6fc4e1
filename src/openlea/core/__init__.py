"""The words: what an agenda, a post, a place and an error are. Standard library only."""
