"""The lines of a document, as all that looks for statements sees them."""
