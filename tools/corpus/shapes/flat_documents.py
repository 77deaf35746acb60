# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""OpenDocument text in one XML file, printed by LibreOffice Writer."""

from shapes.base import esc, rows_of, shape, soffice


FODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="21cm"
 fo:page-height="29.7cm"
 fo:margin="2cm"/></style:page-layout>
<style:style style:name="c0" style:family="table-column"><style:table-column-properties
 style:column-width="1.2cm"/></style:style>
<style:style style:name="c1" style:family="table-column"><style:table-column-properties
 style:column-width="5.6cm"/></style:style>
<style:style style:name="c2" style:family="table-column"><style:table-column-properties
 style:column-width="10.2cm"/></style:style>
<style:style style:name="ce" style:family="table-cell"><style:table-cell-properties
 fo:border="0.4pt solid #444444" fo:padding="0.12cm" style:vertical-align="middle"/></style:style>
<style:style style:name="ch" style:family="table-cell"><style:table-cell-properties
 fo:border="0.4pt solid #444444" fo:padding="0.12cm" fo:background-color="#dde6ee"/></style:style>
<style:style style:name="P" style:family="paragraph"><style:text-properties
 style:font-name="Liberation Serif" fo:font-size="11pt"/></style:style>
<style:style style:name="B" style:family="paragraph"><style:text-properties fo:font-size="11pt"
 fo:font-weight="bold"/></style:style>
<style:style style:name="C" style:family="paragraph"><style:paragraph-properties
 fo:text-align="center"/><style:text-properties fo:font-size="11pt"
 fo:font-weight="bold"/></style:style>
<style:style style:name="T" style:family="paragraph"><style:text-properties fo:font-size="20pt"
 fo:font-weight="bold"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm">
<style:footer><text:p
 text:style-name="P">Sida <text:page-number/> av <text:page-count/></text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>%s</office:text></office:body></office:document>"""


def fodt_cell(texts, span=1, style="ce", paragraph="P"):
    inner = "".join(
        f'<text:p text:style-name="{paragraph}">{esc(t)}</text:p>' for t in texts or [""]
    )
    more = "".join("<table:covered-table-cell/>" for _ in range(span - 1))
    return (
        f'<table:table-cell table:style-name="{style}" table:number-columns-spanned="{span}">'
        f'{inner}</table:table-cell>{more}'
    )


@shape("fodt-merged")
def merged(content, folder):
    rows = [
        "<table:table-header-rows><table:table-row>"
        + fodt_cell(["Område"], 2, "ch", "C")
        + fodt_cell(["Läge sedan 2019"], 1, "ch", "C")
        + "</table:table-row></table:table-header-rows>"
    ]
    for row in rows_of(content):
        if row.kind == "section":
            cells = fodt_cell([row.title], 3, "ch", "C")
        elif row.kind == "group":
            cells = fodt_cell([row.name], 3, "ce", "B")
        else:
            cells = fodt_cell([row.number]) + fodt_cell([row.title]) + fodt_cell(row.comment)
        rows.append(f"<table:table-row>{cells}</table:table-row>")
    body = (
        f'<text:p text:style-name="P">{content.district[2]}</text:p>'
        f'<text:p text:style-name="T">{content.title}</text:p>'
        '<table:table table:name="t"><table:table-column table:style-name="c0"/>'
        '<table:table-column table:style-name="c1"/><table:table-column table:style-name="c2"/>'
        + "".join(rows)
        + f"</table:table><text:p text:style-name=\"B\">{content.heads['instructions']}</text:p>"
        + "".join(f'<text:p text:style-name="P">{esc(t)}</text:p>' for t in content.instructions)
    )
    path = folder / "report.fodt"
    path.write_text(FODT % body, encoding="utf-8")
    return soffice(path)


@shape("fodt-narrow")
def narrow(content, folder):
    rows = []
    for row in rows_of(content):
        if row.kind != "area":
            cells = fodt_cell([row.name], 2, "ce", "B")
        else:
            cells = fodt_cell([row.name]) + fodt_cell(row.comment, 1, "ce", "J")
        rows.append(f"<table:table-row>{cells}</table:table-row>")
    body = (
        f'<text:p text:style-name="P">{content.district[2]}</text:p>'
        f'<text:p text:style-name="T">{content.title}</text:p>'
        '<table:table table:name="t"><table:table-column table:style-name="d1"/>'
        '<table:table-column table:style-name="d2"/>'
        '<table:table-header-rows><table:table-row>'
        + fodt_cell(["Område"], 1, "ch", "B")
        + fodt_cell(["Kommentarer"], 1, "ch", "B")
        + "</table:table-row></table:table-header-rows>"
        + "".join(rows)
        + f"</table:table><text:p text:style-name=\"B\">{content.heads['instructions']}</text:p>"
        + "".join(f'<text:p text:style-name="P">{esc(t)}</text:p>' for t in content.instructions)
    )
    styles = """<style:style style:name="d1"
 style:family="table-column"><style:table-column-properties
 style:column-width="4.2cm"/></style:style>
<style:style style:name="d2" style:family="table-column"><style:table-column-properties
 style:column-width="6.6cm"/></style:style>
<style:style style:name="J" style:family="paragraph"><style:paragraph-properties
 fo:text-align="justify"/><style:text-properties
 fo:font-size="11pt" fo:language="sv" fo:country="SE" fo:hyphenate="true"
 fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:style>
</office:automatic-styles>"""
    text = (FODT % body).replace("</office:automatic-styles>", styles)
    text = text.replace(
        'fo:page-width="21cm" fo:page-height="29.7cm"',
        'fo:page-width="14.8cm" fo:page-height="21cm"',
    )
    text = text.replace(
        "<style:footer>",
        (
            f'<style:header><text:p text:style-name="P">{content.title} –'
            f' {content.district[1]}</text:p></style:header><style:footer>'
        ),
    )
    path = folder / "report.fodt"
    path.write_text(text, encoding="utf-8")
    return soffice(path)
