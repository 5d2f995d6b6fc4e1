"""The pages of the doorbraakaanpak: a casus by its number, for its own table."""
