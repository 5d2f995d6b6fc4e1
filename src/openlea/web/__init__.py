"""The house: the pages people see, and nothing that decides or writes by itself."""
