"""Made-up registrations that look like real ones: about real schools, and children nobody is."""
