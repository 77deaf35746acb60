# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that lie in the same folders and are no district's status report."""

import textwrap

from shapes import word
from shapes.base import chromium, esc, heads, page, shape, soffice, weasyprint, wkhtmltopdf


TEN = [
    "Riktat arbete mot avgränsade platser och utsatta områden",
    "Unga i risk för kriminalitet",
    "Skolan som brottsplats",
    "Avhopparverksamhet för kriminella",
    "Arbetet mot våldsbejakande extremism",
    "Särskilt utsatta och sårbara brottsoffer",
    "Otillåten påverkan",
    "Otillåtna bosättningar",
    "Ordningsvakter",
    "Kameraövervakning",
]


@shape("nara-protokoll-2023")
def minutes(_, folder):
    document = word.new_document("Times New Roman", 12)
    document.add_paragraph("Farsta stadsdelsnämnd")
    document.add_heading("Protokoll nr 9/2023", 0)
    document.add_paragraph("Torsdagen den 14 december 2023 kl. 18.00–19.40, Storforsplan 36")
    for number, (title, text) in enumerate(
        [
            (
                "Val av justerare",
                "Nämnden utser en ledamot att jämte ordföranden justera protokollet.",
            ),
            ("Verksamhetsberättelse", "Ärendet bordläggs."),
            (
                "Lägesbild december 2023",
                (
                    "Nämnden godkänner förvaltningens lägesbild och överlämnar den till"
                    " stadsledningskontoret. Under ärendet yttrar sig ledamöterna om bland annat"
                    " följande."
                ),
            ),
            (
                "Unga i risk för kriminalitet",
                "En ledamot (S) noterar att förvaltningen anger negativ förändring.",
            ),
            (
                "Ordningsvakter",
                "En ledamot (M) reserverar sig mot beslutet till förmån för eget yrkande.",
            ),
            ("Kameraövervakning", "Anmäls till protokollet."),
            ("Övriga frågor", "Inga."),
        ],
        1,
    ):
        document.add_heading(f"§ {number} {title}", 2)
        document.add_paragraph("Beslut").runs[0].bold = True
        document.add_paragraph(text)
    document.add_paragraph("Vid protokollet\nNämndsekreteraren")
    path = folder / "minutes.docx"
    document.save(path)
    return soffice(path)


@shape("nara-handlingsplan-2024")
def plan(_, folder):
    rows = [
        (
            "1",
            "Unga i risk för destruktivt beteende",
            "Utöka fältverksamheten till helger",
            "Avdelningschef",
            "Q2",
            "Påbörjad",
        ),
        (
            "1.1",
            "Sociala insatsgrupper",
            "Rekrytera ytterligare en lots",
            "Enhetschef",
            "Q1",
            "Klar",
        ),
        (
            "2",
            "Otrygga och brottsutsatta platser",
            "Ta fram platsanalys för Kista torg",
            "Samordnare",
            "Q3",
            "Ej påbörjad",
        ),
        (
            "3",
            "Systemhotande brottslighet",
            "Utbilda föreningshandläggare",
            "HR",
            "Q4",
            "Ej påbörjad",
        ),
        (
            "4",
            "Särskilt utsatta och sårbara brottsoffer",
            "Se över skyddat boende",
            "Enhetschef",
            "Q2",
            "Påbörjad",
        ),
        (
            "5",
            "Kriminella miljöer och livsstilar",
            "Föräldrautbildning i tre omgångar",
            "Enhetschef",
            "Q1–Q4",
            "Klar",
        ),
    ]
    body = "".join("<tr>" + "".join(f"<td>{esc(c)}</td>" for c in row) + "</tr>" for row in rows)
    style = (
        "@page{size:A4 landscape;margin:18mm}body{font:10pt"
        " Carlito}table{border-collapse:collapse}td,th{border:1px solid #444;padding:4px 6px}"
    )
    return chromium(
        page(
            (
                "<p>Järva stadsdelsförvaltning</p><h1>Handlingsplan 2024–2025 för"
                " brottsförebyggande arbete</h1><p>Planen utgår från den lägesbild som lämnades i"
                " november 2023.</p><table><tr>{heads('Nr', 'Område',"
                f" 'Åtgärd')}}{heads('Ansvarig', 'När', 'Status')}</tr>{body}</table>"
            ),
            style,
            folder,
        )
    )


@shape("nara-anvisning-2021")
def letter(_, folder):
    areas = "".join(f"<li>{a}</li>" for a in TEN)
    return weasyprint(
        page(
            (
                "<p>Stadsledningskontoret<br>Säkerhetsenheten<br>2021-10-04</p><h1>Anvisning till"
                " lägesbild december 2021</h1><p>Till samtliga"
                " stadsdelsförvaltningar</p><p>Lägesbilden omfattar tio"
                f" områden:</p><ol>{areas}</ol><p>För varje område anges ett av följande.</p><table"
                " border='1' style='border-collapse:collapse'><tr><td>Positiv"
                " förändring</td><td>Problemen har minskat sedan förra"
                " rapporten.</td></tr><tr><td>Negativ förändring</td><td>Problemen har"
                " ökat.</td></tr><tr><td>Ej förändrat</td><td>Ingen avvikelse finns att"
                " rapportera.</td></tr></table><p>Svar lämnas senast den 3 december.</p>"
            ),
            "body{font:11pt 'Liberation Serif'}td{padding:3pt}",
            folder,
        )
    )


@shape("nara-annan-stad-2022")
def elsewhere(_, folder):
    rows = [
        (
            "1",
            "Narkotikaförsäljning på allmän plats",
            "Förbättrat. Nordstan och Brunnsparken är lugnare.",
        ),
        ("2", "Otillåten påverkan", "Oförändrat. Två ärenden."),
        ("3", "Våld i nära relation", "Försämrat. Fler placeringar i skyddat boende."),
        ("4", "Våldsbejakande extremism", "Oförändrat."),
        ("5", "Cykelstölder", "Förbättrat. Fler låsbara ställ."),
        ("6", "Trygghet i kollektivtrafiken", "Försämrat. Rån på spårvagnslinje 11."),
    ]
    body = "".join(f"<tr><td>{n} {esc(a)}</td><td>{esc(c)}</td></tr>" for n, a, c in rows)
    return wkhtmltopdf(
        page(
            (
                "<p>Göteborgs Stad – Stadsområde Centrum</p><h1>Lägesbild december 2022</h1><table"
                " border='1' cellspacing='0'"
                f" cellpadding='5'><tr>{heads('Problem', 'Bedömning')}</tr>{body}</table>"
                "<p>Framtagen av Trygg, vacker stad.</p>"
            ),
            "body{font:13px Arial}",
            folder,
        )
    )


@shape("nara-artikel-2022")
def article(_, folder):
    parts = [
        (
            "Unga i risk för kriminalitet",
            (
                "Det är pojkarna som syns, säger en fältare, som arbetat i Rågsved i nio år. I den"
                " lägesbild som förvaltningen lämnade i december 2022 beskrivs en positiv"
                " förändring. Själv är hon tveksam."
            ),
        ),
        (
            "Ordningsvakter",
            (
                "På Rågsvedstorget går två ordningsvakter. En av dem har jobbat där sedan 2019."
                " Oförändrat, säger han när vi frågar hur det är."
            ),
        ),
        (
            "Kameraövervakning",
            (
                "Kamerorna vid stationen togs bort i våras. Polisen vill ha tillbaka dem. Det var"
                " en negativ utveckling, menar områdespolisen."
            ),
        ),
        (
            "Otillåtna bosättningar",
            (
                "I skogen bakom Hagsätra bor ett tiotal personer. Förvaltningens lägesbild nämner"
                " dem inte."
            ),
        ),
    ]
    body = "".join(f"<h3>{t}</h3><p>{p}</p>" for t, p in parts)
    style = (
        "@page{size:A4;margin:15mm}body{font:10pt 'Liberation"
        " Serif'}.c{columns:3;column-gap:6mm;text-align:justify}h1{font-size:30pt;margin:0}"
        "h3{margin:2mm"
        " 0 0}"
    )
    return chromium(
        page(
            (
                "<p><b>LOKALTIDNINGEN MITT I SÖDERORT</b> tisdag 17 januari 2023</p><h1>Lägesbild"
                f" Rågsved</h1><p><i>Text och bild: redaktionen</i></p><div class='c'>{body}</div>"
            ),
            style,
            folder,
        )
    )


@shape("nara-remissvar-2020")
def reply(_, folder):
    text = [
        "Östermalms stadsdelsförvaltning",
        "Remissvar 2020-09-11",
        "",
        "Remiss av förslag till mall för lokal lägesbild",
        "",
        (
            "1. Förvaltningen är positiv till förslaget att slå ihop områdena Ordningsvakter och"
            " Kameraövervakning."
        ),
        (
            "2. Området Otillåten påverkan bör förtydligas. Begreppet är oförändrat sedan 2016 men"
            " används olika."
        ),
        (
            "3. Unga i risk för kriminalitet bör delas i två åldersgrupper. Annars är risken en"
            " negativ utveckling av kvaliteten."
        ),
        "4. Ordet ”lägesbild” bör definieras.",
        "",
        "Förvaltningen har i övrigt inga synpunkter.",
    ]
    path = folder / "report.txt"
    path.write_text(
        "\n".join(line for part in text for line in (textwrap.wrap(part, 78) or [""])),
        encoding="utf-8",
    )
    return path


@shape("nara-sammanstallning-2022")
def matrix(_, folder):
    districts = ["Bromma", "Farsta", "Järva", "Kungsholmen", "Skarpnäck", "Skärholmen", "Södermalm"]
    signs = "+=-==+=-+=="
    rows = "".join(
        f"<tr><td>{n} {a}</td>"
        + "".join(f"<td>{signs[(n * 3 + k) % 11]}</td>" for k in range(len(districts)))
        + "</tr>"
        for n, a in enumerate(TEN, 1)
    )
    heads = "".join(f"<th>{d}</th>" for d in districts)
    return weasyprint(
        page(
            (
                "<p>Stadsledningskontoret</p><h1>Lägesbild december 2023 –"
                f" sammanställning</h1><table><tr><th>Område</th>{heads}</tr>{rows}</table><p>+"
                " positiv förändring, = oförändrat, - negativ förändring</p>"
            ),
            (
                "@page{size:A4 landscape;margin:15mm}body{font:9pt 'Noto"
                " Sans'}table{border-collapse:collapse}td,th{border:0.5pt solid #333;padding:2pt"
                " 4pt}"
            ),
            folder,
        )
    )


@shape("nara-dagordning-2022")
def agenda(_, folder):
    document = word.new_document("Calibri", 11)
    document.add_heading("Dagordning: samverkansmöte inför lägesbild december 2022", 1)
    document.add_paragraph("Skärholmens stadsdelsförvaltning, fredag 25 november 2022 kl. 9–12")
    table = document.add_table(rows=1, cols=3)
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, ("Punkt", "Föredragande", "Tid")):
        word.text_in(cell, [text], bold=True)
    for number, title in enumerate(TEN, 1):
        for cell, text in zip(
            table.add_row().cells,
            (
                f"{number}. {title}",
                ["Polisen", "Socialtjänsten", "Skolan"][number % 3],
                f"9.{number * 5:02d}",
            ),
        ):
            word.text_in(cell, [text])
    document.add_paragraph("Anmäl förhinder senast onsdag.")
    path = folder / "agenda.docx"
    document.save(path)
    return soffice(path)
