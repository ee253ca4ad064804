"""Nouns for what is uttered, and for those who speak without a name."""

from __future__ import annotations

#: what somebody's words stand in: "his letter read “…”"
DOCUMENTS = frozenset(
    """post message letter statement email memo note tweet thread farewell remark comment reply answer question verdict
    word blog interview speech profile bio announcement filing report document leak summary headline motto slogan
    response caption toast warning quip line phrase entry e-mail mail text telegram postcard missive dispatch sentence
    circular appeal petition manifesto""".split()
)

#: nouns for those who speak without a name
SOURCES = frozenset(
    """source release person document filing report union memo statement notice court regulator sheet article
    lawsuit complaint letter group ministry company board team critic user customer shareholder post message
    blog statute contract agreement draft term clause policy law bill charter constitution brochure leaflet
    manual guide website page entry register minute transcript datasheet changelog readme note poster
    advertisement advert invitation memorandum programme audit study paper newspaper magazine verdict ruling
    order judgment judgement indictment complaint licence license slide presentation""".split()
)
