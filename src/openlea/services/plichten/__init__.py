"""What the law asks on a day, as pages, commands and programs show it."""
