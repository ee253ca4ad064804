"""Words in the names of bodies that tell whether a longer and a shorter name are one body or two."""

from __future__ import annotations

#: Words that a company's full name has and its short form lacks.
LEGAL = frozenset(
    """inc inc. corp corp. corporation ltd ltd. limited llc llp gmbh ag sa s.a. se nv n.v n.v. bv b.v ab oy asa plc
    co co. company holdings group research labs lab laboratories semiconductor semiconductors technologies technology
    systems robotics computing compute dynamics software networks industries electronics ai photonics optics
    intelligence aerial aeronautics avionics cells batteries energi energia energie energy power markets kapital kabel
    cables cable optik optikk havbruk seafood shipping aviation drones motors instruments devices sensors materials
    metals minerals foods foundry chips wafers lasers weather mapping robots analytics""".split()
)
#: Words that make another body of a company's name: its cloud arm, its fund, its daughter abroad.
HOUSE = frozenset("capital partners ventures bank insurance press foundation institute".split())
#: Words for what a body is, which its short form lacks: "Pampero" for the Pampero Climate Fund.
KINDS = frozenset("fund trust works mills farms brothers sons wineries breweries airlines railways shipyard".split())
DAUGHTER = frozenset(
    """cloud ventures capital foundation health europe asia china japan india america americas international media news
    team division unit studio studios store play bank insurance project press university school academy institute
    museum park street valley fund trust partners""".split()
)


#: How a company is constituted, which tells nothing apart: "Nova Corp.", "Nova Corporation".
LEGAL_FORMS = frozenset(
    """inc inc. corp corp. corporation ltd ltd. limited llc llp plc gmbh ag nv n.v n.v. bv b.v b.v. ab oy oyj asa se a.s
    a.s. ggmbh mbh kgaa kg e.v e.v. ev k.k k.k. kk sa s.a s.a. sas sarl srl s.r.l s.r.l. spa s.p.a s.p.a. lda ltda pty
    pte pvt bhd berhad tbk pbc co co. company""".split()
)
UNIVERSITY = frozenset(
    "university universite universitat universidad universidade universita universiteit universitet uniwersytet".split()
)
OF_WORDS = frozenset("of de der di des du da del de do van".split())
NUMBERS = frozenset("one two three four five six seven eight nine ten twelve".split())
