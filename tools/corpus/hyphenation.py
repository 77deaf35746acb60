# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a Swedish word may break, by Liang's method with TeX's patterns."""

import functools
import re
from pathlib import Path

PATTERNS = Path("/usr/share/texlive/texmf-dist/tex/generic/hyph-utf8/patterns/txt/hyph-sv.pat.txt")
LEFT, RIGHT = 2, 2  # letters that stay together at either end of a word


@functools.cache
def _patterns():
    found = {}
    for pattern in PATTERNS.read_text(encoding="utf-8").split():
        letters = re.sub(r"\d", "", pattern)
        points = [int(d or 0) for d in re.split(r"[^\d]", pattern)]
        found[letters] = points
    return found


def breaks_in(word):
    """Offsets before which a hyphen may stand."""
    dotted = f".{word.lower()}."
    points = [0] * (len(dotted) + 1)
    for start in range(len(dotted)):
        for end in range(start + 1, len(dotted) + 1):
            for k, value in enumerate(_patterns().get(dotted[start:end], ())):
                points[start + k] = max(points[start + k], value)
    return [i for i in range(LEFT, len(word) - RIGHT + 1) if points[i + 1] % 2]


@functools.cache
def soft_hyphenated(word):
    """The word with soft hyphens where it may break; words with digits or hyphens stay whole."""
    core = re.fullmatch(r"(\W*)(\w{6,})(\W*)", word)
    if not core or re.search(r"\d", word):
        return word
    at = [0, *breaks_in(core[2]), len(core[2])]
    return core[1] + "\u00ad".join(core[2][a:b] for a, b in zip(at, at[1:])) + core[3]
