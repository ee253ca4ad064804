#!/usr/bin/env python3
"""Runs every check: lint, format, types, tests. Arguments go to pytest; needs nothing installed but Python and pip."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import require_python  # noqa: F401, I001  (first: stops here on a Python that is too old)
import checks

if __name__ == "__main__":
    sys.exit(checks.main(sys.argv[1:]))
