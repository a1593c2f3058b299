"""Many inputs -> files, one after the other or in processes. What is inside a conversion is not known here."""

from converter.bulk.inputs import InputError, Inputs, gather
from converter.bulk.run import Job, Outcome, convert_many
from converter.bulk.years import keep_habits

__all__ = ["InputError", "Inputs", "Job", "Outcome", "convert_many", "gather", "keep_habits"]
