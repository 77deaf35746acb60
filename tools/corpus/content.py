# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One invented report as its author meant it, read from content/*.txt.

    district: bromma; Bromma; Bromma stadsdelsförvaltning     id; name; as printed
    title: Lägesbild december 2021
    period: 2021-12
    comments: Kommentarer                                     head of the comment column
    == city: Stadsövergripande prioriterade områden           a section and its heading
    # 1 | Title | positive                                    an area: number, title, change
    Label. || The rest of the paragraph.                      label || text, a paragraph a line
    ## 1. | Title of a group                                  a group heading
    == instructions: Instruktioner                            paragraphs, never data

A change is positive, unchanged, negative, mixed, none, or `ref local:3.1`; review codes the
case is about follow it. `{3.1}` is the number that area 3.1 gets after shuffling.
"""

import random
import re
from dataclasses import dataclass, field, replace


@dataclass
class Area:
    scope: str
    number: str | None
    title: str
    change: str = "none"
    review: tuple = ()
    label: str = ""
    paragraphs: tuple = ()
    group: str | None = None
    heading: bool = False

    def comment(self, with_label=True):
        """The paragraphs as printed: the label opens the first unless it has a cell of its own."""
        if not with_label or not self.label:
            return [p for p in self.paragraphs if p]
        first = " ".join(x for x in (self.label, *self.paragraphs[:1]) if x)
        return [first, *self.paragraphs[1:]]


@dataclass
class Content:
    district: tuple = ("", "", "")
    title: str = ""
    period: str = ""
    comments: str = "Kommentarer"
    heads: dict = field(default_factory=dict)
    areas: list = field(default_factory=list)
    instructions: list = field(default_factory=list)

    def of(self, scope):
        return [a for a in self.areas if a.scope == scope]


def read_content(path):
    """The content in a file; raises ValueError naming the line that cannot be read."""
    content, section = Content(), None
    for at, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        try:
            section = _take(content, section, line)
        except (ValueError, IndexError) as error:
            raise ValueError(f"{path}:{at}: {error}: {line}") from error
    return content


def _take(content, section, line):
    if not line or line.startswith("//"):
        return section
    if line.startswith("== "):
        section, _, head = line[3:].partition(":")
        content.heads[section] = head.strip()
    elif line.startswith("#"):
        content.areas.append(_area(content, section, line))
    elif section in ("city", "local"):
        _paragraph(content.areas[-1], line)
    elif section == "instructions":
        content.instructions.append(line)
    else:
        _property(content, line)
    return section


def _property(content, line):
    key, _, value = (part.strip() for part in line.partition(":"))
    if key not in ("district", "title", "period", "comments"):
        raise ValueError(f"unknown property {key!r}")
    if key == "district":
        value = tuple(part.strip() for part in value.split(";"))
        value = value if len(value) == 3 else (*value, value[1])
    setattr(content, key, value)


def _area(content, section, line):
    heading = line.startswith("##")
    number, title, *rest = (part.strip() for part in line.lstrip("#").split("|"))
    change, *review = rest[0].split() if rest and rest[0] else ["none"]
    if change == "ref":
        change, *review = " ".join(("ref", *review[:1])), *review[1:]
    group = None if heading else next(
        (a.title for a in reversed(content.areas) if a.scope == section and a.heading), None)
    return Area(section, number or None, title, change, tuple(review), group=group,
                heading=heading)


def _paragraph(area, line):
    label, bar, text = (part.strip() for part in line.partition("||"))
    if bar and not area.paragraphs:
        area.label, line = label, text
    area.paragraphs += (line,)


def shuffled(content, seed):
    """The same report with groups and leaves in another order, numbered anew; seed 0 keeps it."""
    blocks = _blocks(content.of("local"))
    if seed and all(_plain(b) for b in blocks):
        rng = random.Random(seed)
        rng.shuffle(blocks)
        blocks = [[b[0], *rng.sample(b[1:], len(b) - 1)] for b in blocks]
    renumbered, names = [], {}
    for n, block in enumerate(blocks, 1):
        for k, area in enumerate(block):
            new = area.number
            if seed and all(_plain(b) for b in blocks):
                new = f"{n}." if area.heading else f"{n}.{k}"
            names[area.number] = new
            renumbered.append(replace(area, number=new))
    areas = [_renamed(a, names) for a in (*content.of("city"), *renumbered)]
    order = [a.scope for a in content.areas]
    if order and order[0] == "local":
        areas = [a for a in areas if a.scope == "local"] + [a for a in areas if a.scope == "city"]
    return replace(content, areas=areas)


def local_first(content):
    """The same report with the local table before the city-wide one."""
    return replace(content, areas=[*content.of("local"), *content.of("city")])


def _blocks(areas):
    blocks = []
    for area in areas:
        if area.heading or not blocks:
            blocks.append([])
        blocks[-1].append(area)
    return blocks


def _plain(block):
    head, *leaves = block
    return head.heading and bool(re.fullmatch(r"\d+\.", head.number or "")) and all(
        re.fullmatch(r"\d+\.\d+", a.number or "") for a in leaves)


def _renamed(area, names):
    def text(paragraph):
        return re.sub(r"\{([\d.]+)\}", lambda m: names.get(m[1]) or m[1], paragraph)

    change = area.change
    if change.startswith("ref local:"):
        number = change.removeprefix("ref local:")
        change = "ref local:" + (names.get(number) or number)
    return replace(area, change=change, paragraphs=tuple(map(text, area.paragraphs)))
