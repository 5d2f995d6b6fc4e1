"""What is measured to say whether the installation is well, part by part."""
