"""What a row does mean: chosen for the whole statement, and corrected by what must hold."""
