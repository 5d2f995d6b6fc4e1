"""What computing figures is made of: what is asked, of which tables, and what came of it."""
