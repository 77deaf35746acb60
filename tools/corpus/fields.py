# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields and notes put on a finished PDF: with an appearance, or with a value alone."""

from pikepdf import Array, Dictionary, Name, Pdf, String
from reportlab.pdfbase.pdfmetrics import stringWidth

SIZE = 9  # points of a field's text
FLAG_MULTILINE, FLAG_RADIO = 1 << 12, 1 << 15


def added(path, spots, options):
    """`options["appearance"]`: true draws each value, false leaves it to the viewer."""
    target = path.with_suffix(".f.pdf")
    with Pdf.open(path) as pdf:
        font = pdf.make_indirect(Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica,
            Encoding=Name.WinAnsiEncoding))
        shown = options.get("appearance", True)
        widgets = [_group(pdf, group) if spots[0].kind == "radio" else
                   _one(pdf, group[0], font, shown) for group in _grouped(spots)]
        if any(s.kind != "note" for s in spots):
            pdf.Root.AcroForm = Dictionary(
                Fields=Array(widgets), NeedAppearances=not shown,
                DR=Dictionary(Font=Dictionary(Helv=font)), DA=String(f"/Helv {SIZE} Tf 0 g"))
        pdf.save(target, static_id=True)
    return target


def _grouped(spots):
    """The three boxes of one row together for radio buttons; else each alone."""
    if spots[0].kind != "radio":
        return [[s] for s in spots]
    rows = {}
    for spot in spots:
        rows.setdefault(spot.name.split("_")[0], []).append(spot)
    return list(rows.values())


def _one(pdf, spot, font, shown):
    kinds = {"text": _text_field, "note": _note, "box": _box}
    widget = pdf.make_indirect(kinds[spot.kind](pdf, spot, font, shown))
    _on_page(pdf, spot, widget)
    return widget


def _on_page(pdf, spot, widget):
    page = pdf.pages[spot.page]
    if "/Annots" not in page:
        page["/Annots"] = Array()
    page.Annots.append(widget)


def _rect(spot):
    return Array([round(v, 2) for v in spot.box])


def _text_field(pdf, spot, font, shown):
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, F=4,
                       Ff=FLAG_MULTILINE, T=String(spot.name), V=String(spot.value),
                       Rect=_rect(spot), DA=String(f"/Helv {SIZE} Tf 0 g"),
                       MK=Dictionary(BC=Array([0.6, 0.6, 0.6])))
    if shown:
        field.AP = Dictionary(N=_drawing(pdf, spot, font))
    return field


def _note(pdf, spot, font, shown):
    note = Dictionary(Type=Name.Annot, Subtype=Name.FreeText, F=4, NM=String(spot.name),
                      Contents=String(spot.value), Rect=_rect(spot),
                      DA=String(f"/Helv {SIZE} Tf 0 g"), Border=Array([0, 0, 0]))
    if shown:
        note.AP = Dictionary(N=_drawing(pdf, spot, font))
    return note


def _drawing(pdf, spot, font):
    x0, y0, x1, y1 = spot.box
    wide, tall = x1 - x0, y1 - y0
    lines = [b"/Tx BMC q BT /Helv %d Tf 0 g %d TL 2 %.1f Td" % (SIZE, SIZE + 1, tall - SIZE)]
    for line in _lines(spot.value, wide - 4):
        lines.append(b"(" + _escaped(line) + b") Tj T*")
    return pdf.make_stream(b"\n".join((*lines, b"ET Q EMC")), Dictionary(
        Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, round(wide, 2), round(tall, 2)]),
        Resources=Dictionary(Font=Dictionary(Helv=font))))


def _escaped(line):
    data = line.encode("cp1252", "replace")
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _lines(value, width):
    for paragraph in value.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            trial = f"{line} {word}".strip()
            if line and stringWidth(trial, "Helvetica", SIZE) > width:
                yield line
                trial = word
            line = trial
        yield line


def _mark(pdf, on):
    """A box of ten points, crossed when on."""
    cross = b" 2 2 m 8 8 l S 2 8 m 8 2 l S" if on else b""
    return pdf.make_stream(b"0.7 w 0.5 0.5 9 9 re S" + cross, Dictionary(
        Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 10, 10])))


def _states(pdf, name):
    return Dictionary({"/" + name: _mark(pdf, True), "/Off": _mark(pdf, False)})


def _box(pdf, spot, _font, _shown):
    state = Name.Yes if spot.value == "X" else Name.Off
    return Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Btn, F=4,
                      T=String(spot.name), V=state, AS=state, Rect=_rect(spot),
                      AP=Dictionary(N=_states(pdf, "Yes")))


def _group(pdf, group):
    """One radio field, its buttons as kids, the chosen one's name as its value."""
    chosen = next((s for s in group if s.value == "X"), None)
    parent = pdf.make_indirect(Dictionary(
        FT=Name.Btn, Ff=FLAG_RADIO, T=String(group[0].name.split("_")[0]), Kids=Array(),
        V=Name("/" + chosen.name.split("_")[1]) if chosen else Name.Off))
    for spot in group:
        name = spot.name.split("_")[1]
        state = Name("/" + name) if spot is chosen else Name.Off
        kid = pdf.make_indirect(Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, F=4, Parent=parent, AS=state, Rect=_rect(spot),
            AP=Dictionary(N=_states(pdf, name))))
        parent.Kids.append(kid)
        _on_page(pdf, spot, kid)
    return parent
