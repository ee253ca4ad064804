"""Quantities: numbers with their approximation and unit, ratios, ranges, ranks; and how to write them.

Every span is a half-open range of code points of the string that was given. Standard library only. No function
raises for what a text holds; finding takes time linear in its length. Versions, dates and names are no quantities.
"""

from briefwright.quantities.doubled import doubled
from briefwright.quantities.find import find_quantities
from briefwright.quantities.value import Quantity
from briefwright.quantities.write import number_forms, show, value_text

__all__ = ["Quantity", "doubled", "find_quantities", "number_forms", "show", "value_text"]
