"""What people decided: one file per noun, one line of migrations."""
