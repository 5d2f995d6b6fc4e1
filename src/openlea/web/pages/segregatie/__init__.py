"""How unevenly groups of pupils are spread over the schools of a gemeente, and how sure that is."""
