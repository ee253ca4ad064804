"""From a web page or text that somebody saved to a local original and the skeleton of its note."""

from briefwright.imports.article import Imported, import_file

__all__ = ["Imported", "import_file"]
