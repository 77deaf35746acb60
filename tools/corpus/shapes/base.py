# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every shape shares: the table of shapes, rows of a content, and the producers.

A shape is one way somebody has laid out the form, drawn from a content to a file:
`@shape("docx-boxes") def boxes(content, folder): ... return path`.
"""

import html
import re
from dataclasses import dataclass

import producers


@dataclass
class Shape:
    build: object  # (content, folder) -> path of the report
    own_cell: bool = False  # the change stands outside the comment
    change: object = None  # (content): a last word on it before it is expected and drawn
    expect: object = None  # (report): a last word on what is expected


SHAPES = {}


def shape(name, **more):
    """Registers the function below as the shape `name`."""

    def registered(build):
        SHAPES[name] = Shape(build, **more)
        return build

    return registered


def in_one_line(report):
    """For shapes that print a comment's paragraphs as one."""
    for item in report["assessments"]:
        item["comment"] = item["comment"].replace("\n", " ")


@dataclass
class Row:
    kind: str  # section, group or area
    number: str
    title: str
    label: str = ""
    paragraphs: tuple = ()
    scope: str = ""

    @property
    def comment(self):
        """Paragraphs with the label in front, as they are printed."""
        if not self.label:
            return self.body
        first = " ".join(x for x in (self.label, *self.paragraphs[:1]) if x)
        return [first, *self.paragraphs[1:]]

    @property
    def body(self):
        return [p for p in self.paragraphs if p]

    @property
    def name(self):
        return f"{self.number} {self.title}".strip()


def rows_of(content):
    """Section, group and area rows in the form's order."""
    rows, scope = [], None
    for area in content.areas:
        if area.scope != scope:
            scope = area.scope
            rows.append(Row("section", "", content.heads.get(scope, ""), scope=scope))
        kind = "group" if area.heading else "area"
        rows.append(Row(kind, area.number or "", area.title, area.label, area.paragraphs, scope))
    return rows


def esc(text):
    return html.escape(text, quote=False)


def page(body, style, folder):
    """The source of a web page."""
    path = folder / "page.html"
    path.write_text(
        (
            '<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8">'
            f'<style>{style}</style></head><body>{body}</body></html>'
        ),
        encoding="utf-8",
    )
    return path


def paragraphs(texts, tag="p"):
    return "".join(f"<{tag}>{esc(t)}</{tag}>" for t in texts)


def cells(*contents):
    """Table cells of a row: a text each, or a list of paragraphs."""
    return "".join(f"<td>{esc(c) if isinstance(c, str) else paragraphs(c)}</td>" for c in contents)


def heads(*names):
    return "".join(f"<th>{esc(n)}</th>" for n in names)


def top(content):
    """District and title above the table."""
    return f"<p>{content.district[2]}</p><h1>{content.title}</h1>"


def guide(content, heading="h3"):
    """The instructions with their heading, where there are any."""
    if not content.instructions:
        return ""
    return f"<{heading}>{content.heads['instructions']}</{heading}>" + paragraphs(
        content.instructions
    )


def tex_escape(text):
    text = re.sub(r"([&%$#_{}])", r"\\\1", text).replace("~", r"\textasciitilde{}")
    return text.replace("→", r"$\rightarrow$").replace("•", r"\textbullet{}")


def run(*command):
    """Standard output of a command run beside its last file."""
    folder = next(p for p in reversed(command) if hasattr(p, "parent")).parent
    return producers.run([str(c) for c in command], folder)


def tex(engine, source, times=2):
    for _ in range(times):
        producers.run(
            [engine, "-interaction=nonstopmode", "-halt-on-error", source.name], source.parent
        )
    return source.with_suffix(".pdf")


soffice, chromium = producers.libreoffice, producers.chromium
weasyprint, wkhtmltopdf = producers.weasyprint, producers.wkhtmltopdf
