"""What a row may mean: concepts by its label, and what speaks for and against each."""
