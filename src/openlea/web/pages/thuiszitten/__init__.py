"""The public page for parents and young people of a child that sits at home."""
