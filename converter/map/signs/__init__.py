"""Printed signs -> the signs of XBRL values."""
