"""The pages of passend onderwijs: what is needed and offered, profiles of schools, the finder."""
