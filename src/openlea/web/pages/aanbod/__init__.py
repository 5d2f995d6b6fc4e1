"""Help in and around schools, beside what schools need."""
