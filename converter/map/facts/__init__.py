"""Facts in the making: values, names, concepts of the filing's own, and what becomes no fact."""
