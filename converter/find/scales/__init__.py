"""The scale of statements that state none: said elsewhere of all of them, or proven by other numbers of the filing."""
