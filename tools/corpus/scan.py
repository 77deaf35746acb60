# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages as a scanner gives them: a picture, with or without invisible words over it."""

import re
from html import unescape

import pikepdf
from PIL import Image, TiffImagePlugin

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from producers import run

TiffImagePlugin.STRIP_SIZE = 1 << 26  # a page in one strip, as PDF wants it
DPI = 90  # keeps a page of black and white under 40 KB
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" '
                  r'yMax="([\d.]+)">(.*)</word>')
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)


def scanned(path):
    return _scanned(path, with_text=False)


def scanned_with_text(path):
    return _scanned(path, with_text=True)


def _scanned(path, with_text):
    target = path.with_suffix(".s.pdf")
    run(["pdftoppm", "-mono", "-r", str(DPI), "-png", path.name, "scan"], path.parent)
    pictures = sorted(path.parent.glob("scan-*.png"))
    boxes = run(["pdftotext", "-bbox", path.name, "-"], path.parent).decode("utf-8")
    canvas = Canvas(str(target), invariant=1)
    for picture, (width, height, words) in zip(pictures, PAGE.findall(boxes)):
        canvas.setPageSize((float(width), float(height)))
        canvas.drawImage(ImageReader(str(picture)), 0, 0, float(width), float(height))
        for word in WORD.findall(words) if with_text else ():
            _invisible(canvas, float(height), word)
        canvas.showPage()
    canvas.save()
    return target


def copied(path, how):
    """Pictures of the pages as an office's copier makes them. `how`: dpi; skew, degrees clockwise,
    one for each page in turn; noise; blur, pixels; faint, percent of contrast lost; turn, degrees;
    jpeg, quality (else black and white at 55 %, `black` percent); text: invisible words, `spoilt`
    as a foreign reader of letters would."""
    target = path.with_suffix(".k.pdf")
    dpi = how.get("dpi", 200)
    run(["pdftoppm", "-gray", "-r", str(dpi), path.name, "copy"], path.parent)
    boxes = run(["pdftotext", "-bbox", path.name, "-"], path.parent).decode("utf-8")
    skews = how.get("skew", [0])
    with pikepdf.new() as pdf:
        sheets = zip(sorted(path.parent.glob("copy-*.pgm")), PAGE.findall(boxes))
        for number, (sheet, (width, height, words)) in enumerate(sheets):
            picture = _laid_on_glass(sheet, skews[number % len(skews)], number, how)
            size = float(width), float(height)
            _add_page(pdf, picture, size, how)
            if "text" in how:
                _add_words(pdf, size, words, how["text"] == "spoilt")
        pdf.save(target, static_id=True)
    return target


def _laid_on_glass(sheet, skew, number, how):
    """The picture file of one page: a JPEG, or a TIFF in black and white."""
    target = sheet.with_suffix(".jpg" if "jpeg" in how else ".tif")
    size = Image.open(sheet).size
    spoil = ["-background", "white", "-rotate", str(skew), "-gravity", "center",
             "-extent", f"{size[0]}x{size[1]}", "+repage"]
    if how.get("faint"):
        spoil += ["+level", f"{how['faint'] / 2}%,{100 - how['faint'] / 2}%"]
    if how.get("blur"):
        spoil += ["-blur", f"0x{how['blur']}"]
    if how.get("noise"):
        spoil += ["-seed", str(number + 1), "-attenuate", str(how["noise"]), "+noise", "Gaussian"]
    if how.get("turn"):
        spoil += ["-rotate", str(how["turn"])]
    finish = (["-quality", str(how["jpeg"])] if "jpeg" in how else
              ["-threshold", f"{how.get('black', 55)}%", "-compress", "Group4"])
    run(["convert", sheet.name, "-colorspace", "Gray", *spoil, *finish, "-strip", target.name],
        sheet.parent)
    return target


def _add_page(pdf, file, size, how):
    with Image.open(file) as picture:
        pixels = picture.size
        looks = pikepdf.Dictionary(
            Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=pixels[0],
            Height=pixels[1], ColorSpace=pikepdf.Name.DeviceGray)
        if "jpeg" in how:
            looks.BitsPerComponent, looks.Filter = 8, pikepdf.Name.DCTDecode
            data = file.read_bytes()
        else:
            looks.BitsPerComponent, looks.Filter = 1, pikepdf.Name.CCITTFaxDecode
            white_is_zero = picture.tag_v2[262] == 0
            looks.DecodeParms = pikepdf.Dictionary(K=-1, Columns=pixels[0], Rows=pixels[1],
                                                   BlackIs1=not white_is_zero)
            begin, length = picture.tag_v2[273][0], picture.tag_v2[279][0]
            data = file.read_bytes()[begin:begin + length]
    width, height = size if how.get("turn", 0) % 180 == 0 else size[::-1]
    page = pdf.add_blank_page(page_size=(width, height))
    image = pdf.make_indirect(pikepdf.Stream(pdf, data, looks))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
    page.Contents = pdf.make_stream(f"q {width} 0 0 {height} 0 0 cm /Im0 Do Q".encode())


SPOILT = str.maketrans("åäöÅÄÖ", "aaoAAO")


def _add_words(pdf, size, words, spoilt):
    """Invisible words where they stand on the straight page."""
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1,
                              BaseFont=pikepdf.Name.Helvetica,
                              Encoding=pikepdf.Name.WinAnsiEncoding)
    page = pdf.pages[-1]
    page.Resources.Font = pikepdf.Dictionary(F0=pdf.make_indirect(font))
    lines = ["BT 3 Tr"]
    for word in WORD.findall(words):
        x0, y0, x1, y1 = map(float, word[:4])
        text = unescape(word[4])
        text = text.translate(SPOILT).replace("rn", "m") if spoilt else text
        high = max((y1 - y0) * 0.85, 1)
        wide = stringWidth(text, "Helvetica", high) or 1
        lines.append(f"/F0 {high:.2f} Tf {100 * (x1 - x0) / wide:.1f} Tz 1 0 0 1 {x0:.2f} "
                     f"{size[1] - y1 + 0.2 * high:.2f} Tm "
                     f"<{text.encode('cp1252', 'replace').hex()}> Tj")
    page.contents_add("\n".join([*lines, "ET"]).encode())


def _invisible(canvas, height, word):
    x0, y0, x1, y1 = map(float, word[:4])
    words = unescape(word[4])
    size = max((y1 - y0) * 0.85, 1)
    natural = stringWidth(words, "Helvetica", size) or 1
    text = canvas.beginText(x0, height - y1 + 0.2 * size)
    text.setFont("Helvetica", size)
    text.setTextRenderMode(3)
    text.setHorizScale(100 * (x1 - x0) / natural)
    text.textOut(words)
    canvas.drawText(text)
