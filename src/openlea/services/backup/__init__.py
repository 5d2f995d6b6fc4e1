"""What the verbs make_backup, verify_backup and restore_backup are made of."""
