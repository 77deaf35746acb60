# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the reader must say about a content: the contract's object, by construction."""

import unicodedata


def expected_of(content, own_cell=False):
    """The report; `own_cell` when the change stands outside the comment."""
    district_id, name, _ = content.district
    listed = [a for a in content.areas if not a.heading or a.paragraphs or a.label]
    return {
        "schema": "lagesbild.report/1",
        "district": {"id": district_id or None, "name": name} if name else None,
        "period": content.period or None,
        "assessments": [_assessment(a, listed, own_cell) for a in listed],
    }


def rejected():
    """A file that is no such report, or cannot be read as one."""
    return {"schema": "lagesbild.report/1", "status": "rejected", "district": None,
            "period": None, "assessments": []}


def folded(text):
    """NFC, white space folded, no soft hyphens."""
    text = unicodedata.normalize("NFC", text.replace("\u00ad", "").replace("\u2011", "-"))
    return " ".join(text.split())


def _assessment(area, listed, own_cell):
    change, basis, reference = _change(area, listed)
    found = {
        "scope": area.scope,
        "number": area.number.rstrip(".") if area.number else None,
        "title": folded(area.title),
        "group": folded(area.group) if area.group else None,
        "change": change,
        "basis": basis,
        "reference": reference,
        "comment": "\n".join(map(folded, area.comment(with_label=not own_cell))),
    }
    if area.review:
        found["review"] = list(area.review)
    return found


def _change(area, listed):
    if area.change in ("positive", "unchanged", "negative"):
        return area.change, "stated", None
    if area.change.startswith("ref "):
        scope, number = area.change.removeprefix("ref ").split(":")
        target = next(a for a in listed
                      if a.scope == scope and (a.number or "").rstrip(".") == number)
        change, basis, _ = _change(target, listed)
        if basis != "none":
            return change, "reference", f"{scope}:{number}"
    return None, "none", None
