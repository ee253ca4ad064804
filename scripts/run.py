#!/usr/bin/env python3
"""Runs any command of the package (`python3 scripts/run.py diff main`); needs nothing but Python and pip."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import require_python  # noqa: F401, I001  (first: stops here on a Python that is too old)
import bootstrap

if __name__ == "__main__":
    sys.exit(bootstrap.run(sys.argv[1:]))
