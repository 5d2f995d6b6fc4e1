"""How the library that signs people in is made to do as this house does."""
