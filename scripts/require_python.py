"""Stops with one line and status 2 on a Python that is too old.

Every Python reads this file, so nothing in it may be newer than Python 2.
"""

import sys

if sys.version_info < (3, 11):
    sys.stderr.write(
        "briefwright: needs Python 3.11 or newer, this is Python %d.%d; start it with a newer one, such as python3.13\n"
        % sys.version_info[:2]
    )
    sys.exit(2)
