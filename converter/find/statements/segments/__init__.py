"""Where statements begin and end, and which of the look-alikes are the registrant's."""
