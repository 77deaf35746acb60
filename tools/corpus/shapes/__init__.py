# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shapes of the form as people lay it out by hand; each module registers its own."""

import importlib
from pathlib import Path

from shapes.base import SHAPES

__all__ = ["SHAPES"]
for module in sorted(p.stem for p in Path(__file__).parent.glob("[a-z]*.py")):
    importlib.import_module(f"shapes.{module}")
