"""The pages of leerplicht: who is at home, absence per school, vsv, the region, the report."""
