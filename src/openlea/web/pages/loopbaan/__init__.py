"""The first page of the room about children from nought to twenty-three."""
