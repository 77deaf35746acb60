# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the form, before any producer: what stands in which column of which row."""

import random
import unicodedata
from dataclasses import dataclass, field

from hyphenation import soft_hyphenated

HEADS = {"number": "Nr", "area": "Område", "change": "Förändring", "comment": "Kommentar",
         "plus": "Positiv", "same": "Oförändrat", "minus": "Negativ"}
TICKS = {"plus": "positive", "same": "unchanged", "minus": "negative"}
SANS = ["Liberation Sans", "Carlito", "DejaVu Sans", "Noto Sans"]
SERIF = ["Liberation Serif", "DejaVu Serif", "P052", "Noto Serif"]


@dataclass
class Row:
    kind: str  # title, head, section, group or area
    cells: dict = field(default_factory=dict)  # column -> paragraphs


@dataclass
class Style:
    """What a seed varies; seed 0 is the corpus as kept."""
    rng: random.Random
    font: str
    size: float  # points
    margin: int  # millimetres
    area_share: int  # per cent of the width
    padding: float  # points
    spacing: float  # line height over size


def style_of(name, seed, options):
    rng = random.Random(f"{name}/{seed}")
    families = SERIF if options.get("serif") else SANS
    style = Style(rng, rng.choice(families), rng.choice([8.5, 9, 9.5, 10, 10.5, 11]),
                  rng.choice([15, 18, 20, 25]), rng.choice([26, 30, 34, 38]),
                  rng.choice([2, 3, 4.5, 6]), rng.choice([1.1, 1.2, 1.3]))
    for key in ("font", "size", "margin", "area_share", "padding", "spacing"):
        if key in options:
            setattr(style, key, options[key])
    return style


def columns_of(options):
    return options.get("columns", "area comment").split()


def own_cell(options):
    """The change stands in a cell or in boxes of its own, so the comment cell lacks the label."""
    return any(c in ("change", *TICKS) for c in columns_of(options))


def rows_of(content, options):
    """Every row of the form in printed order, words as `printed` gives them."""
    columns, rows = columns_of(options), []
    if options.get("head", "in-table") == "in-table":
        rows.append(Row("title", {"area": [content.title], "comment": [content.district[2]]}))
    if len(columns) > 2:
        rows.append(Row("head", {c: [options.get("heads", {}).get(c, HEADS[c])] for c in columns}))
    scopes = list(dict.fromkeys(a.scope for a in content.areas))
    for scope in scopes:
        comments = [content.comments] if len(columns) == 2 and (
            scope == scopes[0] or options.get("repeat_comments")) else []
        if content.heads.get(scope):
            rows.append(Row("section", {"area": [content.heads[scope]], "comment": comments}))
        rows += [_row(a, columns, options) for a in content.of(scope)]
    return [Row(r.kind, {c: [printed(p, options) for p in ps] for c, ps in r.cells.items()})
            for r in rows]


def _row(area, columns, options):
    cells = {"comment": area.comment(with_label=not own_cell(options))}
    cells |= {c: [_tick(area, TICKS[c], options)] for c in columns if c in TICKS}
    if "change" in columns:
        cells["change"] = [area.label.rstrip(".:")]
    cells["area"], cells["number"] = [area.title], [area.number or ""]
    if "number" not in columns and area.number:
        gap = options.get("number_gap", " ")
        split = gap == "newline"
        cells["area"] = [area.number, area.title] if split else [area.number + gap + area.title]
    return Row("group" if area.heading else "area", cells)


def _tick(area, change, options):
    if area.heading and not area.paragraphs:
        return ""
    on, off = options.get("ticks", "☒ ☐").split(" ")
    ticked = area.change == change or (area.change == "mixed" and change != "unchanged")
    return on if ticked else off


def printed(text, options):
    """The words in the spelling of this file: soft hyphens, decomposed letters, odd hyphens."""
    if options.get("soft_hyphens"):
        text = " ".join(soft_hyphenated(w) for w in text.split(" "))
    if options.get("hard_hyphens"):
        text = text.replace("-", "\u2011")
    if options.get("nfd"):
        text = unicodedata.normalize("NFD", text)
    return text
