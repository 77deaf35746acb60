# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens to a PDF after it was printed: turned, cleaned, distilled, encrypted."""

import re

import pikepdf

from producers import ghostscript, run
from scan import scanned, scanned_with_text

STILL = b"20221216120000"


def finished(path, steps):
    """The file after all steps, its dates and identifiers frozen so that it is the same again."""
    for step in [None, *steps]:
        path = STEPS[step](path) if step else path
        if path.suffix == ".pdf":
            path.write_bytes(_frozen(path.read_bytes()))
    return path


def _frozen(data):
    data = re.sub(rb"(?<=D:)\d{14}", STILL, data)
    data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", b"2022-12-16T12:00:00", data)
    data = re.sub(rb"(?<=/DocChecksum /)[0-9A-F]{32}", b"A1" * 16, data)
    ids = re.compile(rb"(/ID ?\[ ?<)([0-9A-Fa-f]{32})(>\s*<)([0-9A-Fa-f]{32})(>)")
    if b"/Encrypt" in data:  # the identifier is part of the key
        return data
    return ids.sub(lambda m: m[1] + b"A1" * 16 + m[3] + b"A1" * 16 + m[5], data)


def _qpdf(*options):
    def step(path):
        target = path.with_suffix(".q.pdf")
        run(["qpdf", "--deterministic-id", *options, path.name, target.name], path.parent)
        return target
    return step


def _encrypted(path):
    target = path.with_suffix(".e.pdf")
    run(["qpdf", "--static-id", "--static-aes-iv", "--encrypt", "", "hemligt", "128",
         "--use-aes=y", "--", path.name, target.name], path.parent)
    return target


def _mutool(path):
    target = path.with_suffix(".m.pdf")
    run(["mutool", "clean", "-gggg", "-z", path.name, target.name], path.parent)
    return target


def _turned(path):
    """Content turned a quarter left and /Rotate 90 to turn it back, as scanners and printers do."""
    target = path.with_suffix(".r.pdf")
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            x0, y0, x1, y1 = (float(v) for v in page.mediabox)
            page.contents_add(f"q 0 1 -1 0 {y1 + y0} 0 cm".encode(), prepend=True)
            page.contents_add(b"Q")
            page.mediabox = [y0, x0, y1, x1]
            for box in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
                if box in page:
                    del page[box]
            page["/Rotate"] = 90
        pdf.save(target, static_id=True)
    return target


def _without_unicode(path):
    """Fonts keep their names of glyphs or codes, but not the map to letters."""
    target = path.with_suffix(".u.pdf")
    with pikepdf.open(path) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                del thing["/ToUnicode"]
        pdf.save(target, static_id=True)
    return target


def _cropped_origin(path):
    """The page's box begins away from zero, as imposed pages do."""
    target = path.with_suffix(".c.pdf")
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            x0, y0, x1, y1 = (float(v) for v in page.mediabox)
            page.contents_add(b"q 1 0 0 1 120 -340 cm", prepend=True)
            page.contents_add(b"Q")
            page.mediabox = [x0 + 120, y0 - 340, x1 + 120, y1 - 340]
            if "/CropBox" in page:
                del page["/CropBox"]
        pdf.save(target, static_id=True)
    return target


def _redrawn(*command):
    """The page drawn anew by another library: its operators, fonts and order of words."""
    def step(path):
        target = path.with_suffix(".d.pdf")
        names = {"IN": path.name, "OUT": target.name}
        run([names.get(word, word) for word in command], path.parent)
        return target
    return step


def _dumped(*options):
    def step(path):
        target = path.with_suffix(".txt")
        run(["pdftotext", *options, path.name, target.name], path.parent)
        return target
    return step


STEPS = {
    "linearized": _qpdf("--linearize"),
    "object-streams": _qpdf("--object-streams=generate", "--recompress-flate"),
    "uncompressed": _qpdf("--qdf"),
    "encrypted": _encrypted,
    "mutool": _mutool,
    "ghostscript": ghostscript,
    "cairo": _redrawn("pdftocairo", "-pdf", "IN", "OUT"),
    "mupdf": _redrawn("mutool", "convert", "-o", "OUT", "IN"),
    "scanned": scanned,
    "scanned-with-text": scanned_with_text,
    "turned": _turned,
    "without-unicode": _without_unicode,
    "moved-origin": _cropped_origin,
    "pdftotext": _dumped(),
    "pdftotext-layout": _dumped("-layout"),
    "pdftotext-raw": _dumped("-raw"),
}
