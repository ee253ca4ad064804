"""What a web page states of itself: title, author, publisher, dates and address, each with where it says so."""

from briefwright.imprint.page import Imprint, imprint, read_date

__all__ = ["Imprint", "imprint", "read_date"]
