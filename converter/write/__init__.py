"""Reports to files: xBRL-JSON, XBRL 2.1, the filing's own schema and linkbases, the common taxonomy beside them."""

from converter.write.files import WriteError
from converter.write.formats import DEFAULT_FORMATS, Format, formats
from converter.write.gate import Admitted, admit
from converter.write.reports import write_reports
from converter.write.taxonomy_files import write_taxonomy
from converter.write.xbrl_json import to_json

__all__ = ["DEFAULT_FORMATS", "Admitted", "Format", "WriteError", "admit", "formats", "to_json", "write_reports", "write_taxonomy"]
