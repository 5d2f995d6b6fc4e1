"""What reading in any table is made of: sheets, declared fields, guesses, and rows with faults."""
