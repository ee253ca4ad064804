"""Markdown and HTML as blocks of visible text, each character with its place in the file.

Nothing is rewritten: markup is stepped over, entities stand for their character, white space runs to one blank. What
a reader of the page would not see is kept as a block of its own with the reason.
"""

from briefwright.markup.blocks import ENTITY, Block, visible
from briefwright.markup.markdown import markdown
from briefwright.markup.page import Html

__all__ = ["ENTITY", "Block", "Html", "markdown", "visible"]
