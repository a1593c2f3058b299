"""What the rows of a statement say: their words, their section, the kind of their values."""
