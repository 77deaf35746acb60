# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs that print PDFs. Each takes a source file and gives the PDF beside it."""

import os
import subprocess

ENVIRONMENT = os.environ | {"SOURCE_DATE_EPOCH": "1671200000", "TZ": "UTC", "LC_ALL": "C.UTF-8",
                            "QT_HASH_SEED": "0"}
PATIENCE = 180  # seconds; LibreOffice starts slowly on a busy machine


def run(command, folder, **more):
    """Standard output of a command; raises with its messages when it fails."""
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True,
                          timeout=PATIENCE, **more)
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stderr.decode(errors='replace')[-2000:]}"
                           f"{done.stdout.decode(errors='replace')[-2000:]}")
    return done.stdout


def chromium(source):
    target = source.with_suffix(".pdf")
    run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         "--print-to-pdf-no-header", f"--user-data-dir={source.parent}/profile",
         f"--print-to-pdf={target}", source.as_uri()], source.parent)
    return target


def weasyprint(source):
    target = source.with_suffix(".pdf")
    run(["weasyprint", "--encoding", "utf-8", source.name, target.name], source.parent)
    return target


def wkhtmltopdf(source, *more):
    target = source.with_suffix(".pdf")
    run(["wkhtmltopdf", "-q", "--encoding", "utf-8", "-s", "A4", "-B", "18", "-T", "18",
         "-L", "18", "-R", "18", *more, source.name, target.name], source.parent)
    return target


def libreoffice(source):
    """Writer for .docx, .odt and .html, Calc for .xlsx."""
    filters = {".html": ["--infilter=HTML (StarWriter)"]}.get(source.suffix, [])
    kind = "calc_pdf_Export" if source.suffix == ".xlsx" else "writer_pdf_Export"
    run(["soffice", "--headless", f"-env:UserInstallation=file://{source.parent}/office", *filters,
         "--convert-to", f"pdf:{kind}", "--outdir", ".", source.name], source.parent)
    return source.with_suffix(".pdf")


def pdflatex(source):
    for _ in range(2):  # longtable needs a second run for its widths
        run(["pdflatex", "-interaction=nonstopmode", "-halt-on-error", source.name], source.parent)
    return source.with_suffix(".pdf")


def groff(source):
    target = source.with_suffix(".pdf")
    target.write_bytes(run(["groff", "-k", "-t", "-ms", "-Tpdf", source.name], source.parent))
    return target


def groff_ghostscript(source):
    """PostScript by groff, distilled by Ghostscript."""
    paper = source.with_suffix(".ps")
    paper.write_bytes(run(["groff", "-k", "-t", "-ms", "-Tps", source.name], source.parent))
    return ghostscript(paper)


def ghostscript(source):
    target = source.with_suffix(".gs.pdf")
    run(["gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite", "-sPAPERSIZE=a4",
         f"-sOutputFile={target.name}", source.name], source.parent)
    return target
