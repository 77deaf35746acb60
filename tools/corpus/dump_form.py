# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The form as a text dump, in the orders that text extractors give."""

import textwrap

from form import printed, rows_of

LINE = 118  # letters of a line, about what a comment column holds in a wide page


def dump_of(content, options, style):
    orders = {"left-first": _left_first, "rows": _rows, "columns": _columns}
    text = orders[options.get("order", "left-first")](content, options, style)
    if options.get("stray"):  # the tail of a cell that ran over, printed once more
        text += "\n\n" + _stray_line(content, options) + "\n\n"
    if content.instructions and options.get("instructions") != "none":
        guide = [printed(p, options) for p in content.instructions]
        text += "\n\n" + content.heads.get("instructions", "") + "\n\n" + "\n".join(
            "\n".join(_wrapped(p, 100, options)) for p in guide) + "\n"
    if options.get("mojibake"):
        text = text.encode("utf-8").decode("cp1252")
    return "\ufeff" + text.replace("\n", "\r\n") if options.get("windows") else text


def _stray_line(content, options):
    tall = max(content.areas, key=lambda a: len(" ".join(a.comment())))
    return _wrapped(printed(tall.comment()[-1], options), options.get("line", LINE), options)[-1]


def _wrapped(text, width, options):
    """Lines as a page breaks them; soft hyphens become the hyphen at a line's end."""
    width = max(width, 8)
    if not options.get("soft_hyphens"):
        return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=True) or [""]
    lines, line = [], ""
    for word in text.split(" "):
        trial = f"{line} {word}".strip()
        if len(trial.replace("\u00ad", "")) <= width:
            line = trial
            continue
        head, tail = _broken(word, width - len(line.replace("\u00ad", "")) - 2)
        lines.append(f"{line} {head}-" if head else line)
        line = tail
    return [x.replace("\u00ad", "") for x in (*lines, line)]


def _broken(word, room):
    parts = word.split("\u00ad")
    for take in range(len(parts) - 1, 0, -1):
        head = "".join(parts[:take])
        if len(head) <= room:
            return head, "\u00ad".join(parts[take:])
    return "", word


def _label_lines(paragraphs, row, options, style):
    """The label cell's lines, with the blank lines and odd breaks of a real dump."""
    number_alone = row.kind == "area" and style.rng.random() < options.get("split_share", 0.2)
    lines = []
    for p in paragraphs:
        number, _, title = p.partition(" ")
        split = number_alone and number.rstrip(".").replace(".", "").isdigit()
        lines += [number, title] if split else [p]
    return lines


def _left_first(content, options, style):
    left, right = [], []
    for row in rows_of(content, options):
        blank = row.kind != "area" or style.rng.random() < 0.4
        if row.kind == "title":
            left += [*row.cells["area"], ""]
            right += [*row.cells["comment"], ""]
            continue
        left += ([""] if blank else []) + _label_lines(row.cells["area"], row, options, style)
        for p in row.cells.get("comment", []):
            right += _wrapped(p, options.get("line", LINE), options)
        if row.kind == "section" and row.cells.get("comment"):
            right.append("")
    return "\n".join(left) + "\n\n\n" + "\n".join(right) + "\n"


def _rows(content, options, style):
    lines = []
    for row in rows_of(content, options):
        lines += _label_lines(row.cells["area"], row, options, style)
        for p in row.cells.get("comment", []):
            lines += _wrapped(p, options.get("line", LINE), options)
        lines += [""] if options.get("blank", True) else []
    return "\n".join(lines) + "\n"


def _columns(content, options, style):
    left, right, gap = options.get("left", 42), options.get("right", 78), options.get("gap", 4)
    lines, height = [], 0
    for row in rows_of(content, options):
        labels = [x for p in _label_lines(row.cells["area"], row, options, style)
                  for x in _wrapped(p, left, {})]
        words = [x for p in row.cells.get("comment", []) for x in _wrapped(p, right, options)]
        tall = max(len(labels), len(words))
        if options.get("page_lines") and height + tall > options["page_lines"]:
            lines[-1] += "\f"
            height = 0
        if options.get("valign") == "middle":
            labels = [""] * ((tall - len(labels)) // 2) + labels
        height += tall + 1
        for k in range(tall):
            label = labels[k] if k < len(labels) else ""
            word = words[k] if k < len(words) else ""
            lines.append(f"{label:<{left + gap}}{word}".rstrip())
        lines.append("")
    return "\n".join(lines).replace("\f\n", "\n\f")
