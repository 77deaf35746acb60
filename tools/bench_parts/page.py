# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page over ten years of thirteen districts with 25 areas each: making it, and opening it."""

import json
import subprocess
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
YEARS = range(2012, 2022)
DISTRICTS = ["Bromma", "Enskede-Årsta-Vantör", "Farsta", "Hägersten-Liljeholmen", "Hässelby-Vällingby",
             "Kungsholmen", "Norrmalm", "Rinkeby-Kista", "Skarpnäck", "Skärholmen", "Spånga-Tensta",
             "Södermalm", "Älvsjö"]
CITY = ["Riktat arbete mot avgränsade platser och utsatta områden", "Unga i risk för kriminalitet",
        "Skolan som brottsplats", "Narkotika", "Våld i nära relation", "Bostadsinbrott",
        "Fysiska miljöer", "Otillåtna bosättningar", "Trafik", "Kameraövervakning"]
LOCAL = ["Centrum", "Torget", "Parken", "Stationen", "Skolgården"]
SAID = ["Positiv förändring. Samverkan med polisen har gett resultat och fler vuxna rör sig ute.",
        "Oförändrat. Läget är i stort som förra året, med ett fåtal händelser under hösten.",
        "Negativ förändring. Fler anmälningar än tidigare, framför allt kvällstid."]
AREAS_A_PAGE = 13


def areas(number):
    yield from ((str(i), title, SAID[(number + i) % 3]) for i, title in enumerate(CITY, 1))
    for group in range(1, 4):
        for i, title in enumerate(LOCAL, 1):
            yield f"{group}.{i}", f"{title} {'ABC'[group - 1]}", SAID[(number + group * i) % 3]


def text(x, y, words):
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F 8 Tf {x} {y} Td ({escaped}) Tj ET\n"


def page(district, year, rows, first):
    """A ruled table of two columns; the first page has the title above it."""
    drawn = ""
    if first:
        drawn = text(50, 800, f"Lägesbild december {year}")
        drawn += text(50, 785, f"{district} stadsdelsförvaltning")
    top = 760
    for left, right in [("Prioriterade områden", "Kommentarer"), *rows]:
        drawn += text(54, top - 14, left) + text(254, top - 14, right[:62]) + text(254, top - 26, right[62:])
        drawn += f"50 {top - 34} 200 34 re 250 {top - 34} 300 34 re S\n"
        top -= 34
    return drawn.encode("cp1252")


def pdf(district, year, number):
    rows = [(f"{key} {title}", said) for key, title, said in areas(number)]
    pages = [page(district, year, rows[at:at + AREAS_A_PAGE], at == 0)
             for at in range(0, len(rows), AREAS_A_PAGE)]
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    for i, content in enumerate(pages):
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * i} 0 R"
                       " /Resources << /Font << /F 3 0 R >> >> >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    out, places = b"%PDF-1.4\n", []
    for i, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def timed(command):
    began = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    assert done.returncode in (0, 3), command
    return round(time.monotonic() - began, 2)


def measured(options):
    reports, dataset = options.scratch / "page-reports", options.scratch / "page-dataset"
    for number, (year, district) in enumerate((y, d) for y in YEARS for d in DISTRICTS):
        (reports / str(year)).mkdir(parents=True, exist_ok=True)
        (reports / str(year) / f"{district}.pdf").write_bytes(pdf(district, year, number))
    ingest = timed([options.program, "ingest", reports, "--dataset", dataset, "--quiet"])
    report = [options.program, "report", "--dataset", dataset]
    first, again = timed(report), timed(report)
    without = timed([*report, "--no-pictures", "--out", options.scratch / "page-bare"])
    folder = dataset / "report"
    opened = json.loads(subprocess.run(["node", HERE / "page.mjs", folder], check=True,
                                       stdout=subprocess.PIPE).stdout)
    csv = (dataset / "assessments.csv").read_text(encoding="utf-8").count("\n") - 1
    view = sum((folder / name).stat().st_size for name in ["index.html", "page.css", "page.js"])
    return {"130 reports of 25 areas": {
        "assessments": csv, "ingest, s": ingest, "report with pictures drawn, s": first,
        "report again, s": again, "report without pictures, s": without,
        "pictures": len(list((folder / "pictures").glob("*.png"))),
        "first view, bytes": view, **opened}}
