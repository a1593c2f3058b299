"""Tables read region by region: the labels of a statement in one block, its amounts in others."""
