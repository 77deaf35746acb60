# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which paragraph ends a page shows.

A paragraph whose last line happens to be full, with the next one right below and not indented,
cannot be told from one paragraph by anything on the page; what nobody can see, nobody is to read.
"""

import re
import subprocess
import unicodedata
import xml.etree.ElementTree as tree
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth


@dataclass
class Word:
    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self):
        return self.bottom - self.top


def with_shown_breaks(report, path):
    """`report` (expected.json's object) with a space for each line feed that `path` hides."""
    words = _words_of(path)
    for assessment in report["assessments"]:
        paragraphs = assessment["comment"].split("\n")
        comment = paragraphs[0]
        for before, after in zip(paragraphs, paragraphs[1:]):
            comment += (" " if _hidden(before, after, words) else "\n") + after
        assessment["comment"] = comment
    return report


def _words_of(path):
    if path.suffix == ".txt":
        lines = path.read_bytes().decode("utf-8", "replace").split("\n")
        return [Word(m[0], 1, m.start(), y, m.end(), y + 1)
                for y, line in enumerate(lines) for m in re.finditer(r"\S+", line)]
    boxes = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=False)
    if boxes.returncode != 0:
        return []
    clean = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", boxes.stdout.decode("utf-8", "replace"))
    pages = tree.fromstring(clean).iterfind(".//{*}page")
    return [Word(word.text or "", number, *(float(word.get(side)) for side in
                                            ("xMin", "yMin", "xMax", "yMax")))
            for number, page in enumerate(pages, 1) for word in page.iterfind("{*}word")]


def _hidden(before, after, words):
    """True where the end of `before` stands just once, and nothing there tells of an end."""
    last = _bare(before.split()[-1])
    first = [_bare(token) for token in after.split()]
    if not after[0].isalpha():  # a bullet or a number
        return False
    ends = [(a, b) for a in words if _bare(a.text) == last
            if (b := _next_line(a, words)) and _begins(b, first, words)]
    if len(ends) != 1:
        return False
    end, begin = ends[0]
    column = [w for w in words if w.page == end.page and w.left >= begin.left - 1]
    starts = sorted({w.top for w in column if abs(w.left - begin.left) < 1})
    step = begin.top - end.top
    if len(starts) < 3 or step > 1.15 * min(b - a for a, b in zip(starts, starts[1:])):
        return False
    lines = _block(starts, begin.top, 1.15 * step)
    block = [w for w in column if lines[0] - 0.5 * step < w.top < lines[-1] + 0.5 * step]
    return any(max(right(w) for w in block) - right(end) < right(begin) - left(begin) + space
               for left, right, space in _rulers(block, begin))


def _rulers(block, begin):
    """Ways to measure: on the page; in a dump by characters, and by letters as wide as usual."""
    yield lambda w: w.left, lambda w: w.right, 0.2 * begin.height
    if begin.height == 1:  # a dump
        before = {id(w): stringWidth(" ".join(v.text for v in block
                                              if v.top == w.top and v.left < w.left), "Helvetica", 1)
                  for w in block}
        yield (lambda w: before[id(w)],
               lambda w: before[id(w)] + stringWidth(" " + w.text, "Helvetica", 1), 0.3)


def _block(starts, inside, step):
    """The tops of lines around `inside` that follow each other by at most `step`."""
    block = []
    for top in starts:
        if block and top - block[-1] > step:
            if inside in block:
                break
            block = []
        block.append(top)
    return block


def _next_line(word, words):
    """The first word of the line below `word`'s, where that begins right below this one."""
    start = word
    for w in sorted((w for w in words if w.page == word.page and w.left < word.left
                     and abs(w.top - word.top) < 0.3 * word.height), key=lambda w: -w.left):
        if start.left - w.right > 2 * max(word.height / 2, 1):
            break
        start = w
    below = [w for w in words if w.page == word.page and abs(w.left - start.left) < 1
             and 0.5 * word.height < w.top - word.top < 3 * word.height]
    return min(below, key=lambda w: w.top, default=None)


def _begins(word, tokens, words):
    follower = [w for w in words if w.page == word.page and abs(w.top - word.top) < 0.3 * word.height
                and w.left > word.left]
    following = _bare(min(follower, key=lambda w: w.left).text) if follower else None
    return _bare(word.text) == tokens[0] and (len(tokens) == 1 or following in (tokens[1], None))


def _bare(token):
    """Without accents, which some fonts print as signs of their own."""
    return re.sub(r"[^\x21-\x7e]", "", unicodedata.normalize("NFD", token))
