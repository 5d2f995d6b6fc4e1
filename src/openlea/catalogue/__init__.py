"""What the field knows, as files on shelves: sources, indicators, conditions, agendas, places."""
