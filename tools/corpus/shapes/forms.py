# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fillable forms: combo boxes, check boxes, text fields."""

from reportlab.pdfgen import canvas

from shapes.base import in_one_line, rows_of, shape
from shapes.strokes import wrapped


@shape("reportlab-combos", own_cell=True, expect=in_one_line)
def combos(content, folder):
    plain, bold = "Helvetica", "Helvetica-Bold"
    path = folder / "report.pdf"
    drawing = canvas.Canvas(str(path), pagesize=(595, 842))
    drawing.setTitle("Blankett lägesbild")
    form, y = drawing.acroForm, 720
    drawing.setFont(bold, 16)
    drawing.drawString(50, 790, content.title)
    drawing.setFont(plain, 10)
    drawing.drawString(50, 768, content.district[2])

    def heads(at):
        drawing.setFont(bold, 9)
        for x, text in ((50, "Område"), (230, "Förändring"), (315, "Kommentar")):
            drawing.drawString(x, at, text)

    heads(745)
    for row in rows_of(content):
        if y < 90:
            drawing.showPage()
            y = 790
        if row.kind != "area":
            drawing.setFont(bold, 10 if row.kind == "section" else 9)
            drawing.drawString(50, y, row.name)
            y -= 20
            continue
        drawing.setFont(plain, 9)
        for number, line in enumerate(wrapped(row.name, plain, 9, 170)):
            drawing.drawString(50, y - number * 11, " ".join(line))
        choices = ["Välj", "Positiv", "Oförändrat", "Negativ"]
        form.choice(
            name=f"v{row.number}",
            value=row.label or "Välj",
            options=choices,
            x=230,
            y=y - 8,
            width=78,
            height=18,
            fontSize=9,
            borderWidth=0.5,
        )
        form.textfield(
            name=f"k{row.scope}{row.number}",
            value=" ".join(row.body),
            x=315,
            y=y - 30,
            width=235,
            height=40,
            fontSize=8,
            borderWidth=0.5,
            fieldFlags="multiline",
            maxlen=4000,
        )
        y -= 50
    drawing.showPage()
    y = 780
    drawing.setFont(bold, 11)
    drawing.drawString(50, y, content.heads["instructions"])
    drawing.setFont(plain, 9)
    for line in wrapped(" ".join(content.instructions), plain, 9, 480):
        y -= 13
        drawing.drawString(50, y, " ".join(line))
    drawing.save()
    return path


@shape("reportlab-check-boxes", own_cell=True, expect=in_one_line)
def check_boxes(content, folder):
    plain, bold = "Helvetica", "Helvetica-Bold"
    path = folder / "report.pdf"
    drawing = canvas.Canvas(str(path), pagesize=(842, 595))
    form, y = drawing.acroForm, 480
    drawing.setFont(bold, 16)
    drawing.drawString(40, 550, content.title)
    drawing.setFont(plain, 10)
    drawing.drawString(40, 530, content.district[2])

    def heads(at):
        drawing.setFont(bold, 8)
        for x, text in (
            (40, "Område"),
            (290, "Positiv"),
            (340, "Negativ"),
            (388, "Ej förändrat"),
            (455, "Kommentar"),
        ):
            drawing.drawString(x, at, text)

    heads(505)
    for row in rows_of(content):
        if y < 60:
            drawing.showPage()
            heads(550)
            y = 525
        drawing.setFont(plain if row.kind == "area" else bold, 9)
        for number, line in enumerate(wrapped(row.name, plain, 9, 240)):
            drawing.drawString(40, y - 11 * number, " ".join(line))
        if row.kind != "area":
            y -= 20
            continue
        for x, label in (
            (298, "Positiv förändring."),
            (348, "Negativ förändring."),
            (404, "Ej förändrat."),
        ):
            form.checkbox(
                name=f"{row.scope}{row.number}{label[:3]}",
                checked=row.label == label,
                x=x,
                y=y - 4,
                size=12,
                buttonStyle="cross",
                borderWidth=0.5,
            )
        form.textfield(
            name=f"k{row.scope}{row.number}",
            value=" ".join(row.body),
            x=455,
            y=y - 12,
            width=340,
            height=22,
            fontSize=8,
            borderWidth=0.5,
            fieldFlags="multiline",
            maxlen=4000,
        )
        y -= 34
    drawing.save()
    return path
