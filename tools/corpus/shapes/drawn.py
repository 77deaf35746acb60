# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages drawn stroke by stroke: ReportLab and Perl's PDF::API2."""

import json
import random
import re

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen import canvas

from shapes.base import rows_of, run, shape
from shapes.strokes import font, wrapped


@shape("reportlab-scattered")
def scattered(content, folder):
    plain, bold = font("Liberation Sans"), font("Liberation Sans", "Bold")
    pages, words, y = [], [], 790

    def put(lines, x, top, face, size, leading):
        for number, line in enumerate(lines):
            at = x
            for token in line:
                words.append((at, top - number * leading, token, face, size))
                at += stringWidth(token + " ", face, size)
        return top - len(lines) * leading

    y = put([content.district[2].split()], 60, y, plain, 9, 12)
    y = put([content.title.split()], 60, y - 10, bold, 15, 20) - 8
    put([["Område"]], 60, y, bold, 8, 9)
    y = put([["Kommentarer"]], 215, y, bold, 8, 9) - 5
    for row in rows_of(content):
        if y < 110:
            pages.append(words)
            words, y = [], 790
        if row.kind == "section":
            y = put([row.title.split()], 60, y - 6, bold, 9, 12) - 3
            continue
        label = wrapped(row.name, plain, 7, 140)
        left = put(label, 60, y, bold if row.kind == "group" else plain, 7, 8.6)
        right = y
        for text in row.comment:
            right = put(wrapped(text, plain, 7, 320), 215, right, plain, 7, 8.6) - 3
        y = min(left, right) - 5
    y = put([content.heads["instructions"].split()], 60, y - 20, bold, 9, 12) - 2
    for text in content.instructions:
        y = put(wrapped(text, plain, 7, 470), 60, y, plain, 7, 8.6)
    pages.append(words)
    path, rng = folder / "report.pdf", random.Random(24)
    drawing = canvas.Canvas(str(path), pagesize=(595, 842))
    for drawn in pages:
        rng.shuffle(drawn)
        for x, top, token, face, size in drawn:
            drawing.setFont(face, size)
            drawing.drawString(x, top, token)
        drawing.showPage()
    drawing.save()
    return path


PERL = r"""use strict; use warnings; use utf8; use PDF::API2; use JSON::PP;
my $drawn = decode_json(do { local $/; open my $f, '<', $ARGV[0] or die; <$f> });
my $pdf = PDF::API2->new();
my %face = map { $_ => $pdf->corefont($_, -encoding => 'latin1') } ('Helvetica', 'Helvetica-Bold');
for my $leaf (@$drawn) {
  my $page = $pdf->page(); $page->mediabox(595, 842); my $text = $page->text();
  for my $t (@$leaf) {
    $text->font($face{$t->{face}}, $t->{size}); $text->hscale($t->{scale});
    $text->wordspace($t->{word}); $text->charspace($t->{char});
    $text->translate($t->{x}, $t->{y}); $text->text($t->{text});
  }
}
$pdf->saveas($ARGV[1]);
"""


@shape("pdfapi2-scrambled")
def condensed_scrambled(content, folder):
    return condensed(content, folder, random.Random(31))


@shape("pdfapi2-condensed")
def condensed(content, folder, lot=None):
    pages, drawn, y = [], [], 780
    scale, bold, plain = 0.82, "Helvetica-Bold", "Helvetica"

    def put(x, at, text, face, size, width=0):
        natural = stringWidth(text, face, size) * scale
        spaces, gap = text.count(" "), width - natural if width else 0
        gap = gap if 0 < gap < 0.35 * (width or 1) else 0
        each = gap * 0.7 / scale / spaces if spaces else 0
        drawn.append(
            {
                "x": x,
                "y": at,
                "text": text,
                "face": face,
                "size": size,
                "scale": 100 * scale,
                "word": each,
                "char": gap * 0.3 / scale / max(len(text), 1),
            }
        )

    def block(x, at, text, face, size, width, justify=False):
        lines = wrapped(text, face, size, width / scale)
        for number, line in enumerate(lines):
            put(
                x,
                at,
                " ".join(line),
                face,
                size,
                width if justify and number + 1 < len(lines) else 0,
            )
            at -= 1.25 * size
        return at

    put(56, y, content.title, bold, 16)
    put(56, y - 20, content.district[2], plain, 10)
    put(56, y - 46, "Område", bold, 9)
    put(236, y - 46, "Kommentarer", bold, 9)
    y -= 66
    for row in rows_of(content):
        if y < 90:
            pages.append(drawn)
            drawn, y = [], 790
        if row.kind == "section":
            y = block(56, y - 4, row.title, bold, 11, 300) - 6
            continue
        left = block(56, y, f"{row.number}  {row.title}".strip(), plain, 10, 160)
        right = y
        for text in row.comment:
            right = block(236, right, text, plain, 10, 200, True)
        y = min(left, right) - 8
    y = block(56, y - 12, content.heads["instructions"], bold, 11, 300)
    for text in content.instructions:
        y = block(56, y, text, plain, 9, 470)
    pages.append(drawn)
    for leaf in pages if lot else ():
        lot.shuffle(leaf)
    (folder / "draw.pl").write_text(PERL, encoding="utf-8")
    (folder / "drawn.json").write_text(json.dumps(pages), encoding="utf-8")
    target = folder / "report.pdf"
    run("perl", folder / "draw.pl", folder / "drawn.json", target)
    return target


def soft_hyphenated(text):
    """Soft hyphens where a consonant opens a syllable, at least three letters from either end."""
    vowels, consonants = "aeiouyåäö", "bcdfghjklmnpqrstvxz"
    return re.sub(
        rf"(?<=\w\w[{vowels}])(?=[{consonants}][{vowels}]\w)"
        rf"|(?<=\w[{vowels}][{consonants}])(?=[{consonants}][{vowels}]\w)",
        "\u00ad",
        text,
    )


def hyphenated(text, face, size, width):
    """Lines, filled to the last syllable that fits; a word cut there ends in a hyphen."""
    lines, line = [], ""
    for token in soft_hyphenated(text).split():
        start = f"{line} " if line else ""
        if stringWidth(start + token.replace("\u00ad", ""), face, size) <= width:
            line = start + token.replace("\u00ad", "")
            continue
        parts = token.split("\u00ad")
        fits = [
            k
            for k in range(1, len(parts))
            if stringWidth(start + "".join(parts[:k]) + "-", face, size) <= width
        ]
        cut = fits[-1] if fits else 0
        lines.append(start + "".join(parts[:cut]) + "-" if cut else line)
        line = "".join(parts[cut:])
    return [*lines, line]


@shape("reportlab-cut-word")
def cut_word(content, folder):
    plain, bold, size, leading = font("Liberation Serif"), font("Liberation Serif", "Bold"), 10, 12
    path = folder / "report.pdf"
    drawing = canvas.Canvas(str(path), pagesize=(420, 595))
    drawing.setFont(bold, 15)
    drawing.drawString(40, 545, content.title)
    drawing.setFont(plain, 10)
    drawing.drawString(40, 528, content.district[2])
    y, top = 500, 500

    def rule(at):
        drawing.line(40, at, 380, at)

    def turn(at):
        rule(at)
        for x in (40, 160, 380):
            drawing.line(x, at, x, top)
        drawing.showPage()
        rule(555)
        return 555

    rule(y)
    for row in [None, *rows_of(content)]:
        left = (
            ["Område"]
            if row is None
            else [" ".join(line) for line in wrapped(row.name, plain, 10, 110)]
        )
        right = (
            ["Kommentarer"]
            if row is None
            else [line for text in row.comment for line in hyphenated(text, plain, size, 208)]
        )
        if row is not None and row.kind != "area":
            left, right = [row.name], []
        face = plain if row is not None and row.kind == "area" else bold
        if y - leading * len(left) - 6 < 60:
            y = top = turn(y)
        y -= 3
        for number, line in enumerate(left):
            drawing.setFont(face, size)
            drawing.drawString(44, y - leading * (number + 1) + 2, line)
        at = y
        for number, line in enumerate(right):
            drawing.setFont(face, size)
            drawing.drawString(164, at - leading + 2, line)
            at -= leading
            if line.endswith("-") and at < 300 and (at > y or at <= y - leading * len(left)):
                at = top = turn(at - 3)
        y = (min(at, y - leading * len(left)) if at <= y else at) - 3
        rule(y)
    for x in (40, 160, 380):
        drawing.line(x, y, x, top)
    drawing.setFont(bold, 10)
    drawing.drawString(40, y - 24, content.heads["instructions"])
    drawing.setFont(plain, 9)
    for number, line in enumerate(wrapped(" ".join(content.instructions), plain, 9, 330)):
        drawing.drawString(40, y - 38 - 11 * number, " ".join(line))
    drawing.save()
    return path
