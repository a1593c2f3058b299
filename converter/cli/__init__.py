"""The command ``filing2xbrl``: arguments to calls, exit codes, rendering for people."""
