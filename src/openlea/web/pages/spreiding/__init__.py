"""What a more even spread of pupils over schools would take."""
