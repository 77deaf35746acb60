# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of tools/bench that time whole programs over folders of reports."""

import shutil
import subprocess
from pathlib import Path

from measured import cores, seconds, seconds_and_peaks

MANY = Path(__file__).resolve().parents[1] / "many"


def folder_of(options, count):
    """`count` reports, made when first asked for."""
    folder = options.scratch / f"reports-{count}"
    if not folder.exists():
        subprocess.run([MANY, str(count), folder], check=True)
    return folder


def pdfs_in(folder):
    return sorted(folder.rglob("*.pdf"))


def file_by_file(tool):
    """One process a file, as a shell script would."""
    return ["sh", "-c", f'for file; do {tool} "$file" - >/dev/null 2>&1; done', "sh"]


def wall(options):
    files = pdfs_in(folder_of(options, options.reports))
    names = options.scratch / "names"
    names.write_text("".join(f"{file}\n" for file in files))
    extract = [options.program, "extract", "--files-from", names, "--jobs"]
    times = {
        "extract, one job": seconds([*extract, 1], 3),
        f"extract, {cores()} jobs": seconds([*extract, cores()], 3),
        "pdftotext -bbox, file by file": seconds([*file_by_file("pdftotext -bbox"), *files], 2),
        "pdftotext -layout, file by file": seconds([*file_by_file("pdftotext -layout"), *files], 2),
    }
    if shutil.which("mutool"):
        times["mutool draw -F stext, all in one"] = seconds(
            ["mutool", "draw", "-q", "-F", "stext", "-o", "/dev/null", *files], 2)
    least = times[f"extract, {cores()} jobs"]
    return {f"seconds over {len(files)} PDFs": rounded(times),
            f"times as long as extract with {cores()} jobs":
                {name: round(time / least, 2) for name, time in times.items()}}


def ingest(options):
    folder, dataset = folder_of(options, options.reports), options.scratch / "dataset"
    extract = ["sh", "-c", f'find "{folder}" -type f | "{options.program}" extract --files-from -']
    command = [options.program, "ingest", folder, "--dataset", dataset, "--quiet"]
    times = {"extract": seconds(extract, 3)}
    for name, words in {"ingest": [], "ingest, no sandbox": ["--sandbox", "off"]}.items():
        def fresh():
            shutil.rmtree(dataset, ignore_errors=True)
            return seconds([*command, *words])
        times[name] = min(fresh() for _ in range(3))
    times["ingest again, nothing changed"] = seconds(command, 3)
    times["export"] = seconds([options.program, "export", "--dataset", dataset], 3)
    return {f"seconds over {options.reports} reports": rounded(times),
            "ratios": {"ingest to extract": round(times["ingest"] / times["extract"], 2),
                       "sandbox to none": round(times["ingest"] / times["ingest, no sandbox"], 3),
                       "unchanged files checked a second":
                           round(options.reports / times["ingest again, nothing changed"])}}


def growth(options):
    tables = {}
    count = options.most
    counts = [count]
    while count > 100:
        count //= 10
        counts.append(count)
    for count in sorted(counts):
        folder, dataset = folder_of(options, count), options.scratch / f"dataset-{count}"
        command = [options.program, "ingest", folder, "--dataset", dataset, "--quiet"]
        first, own, worker = seconds_and_peaks(command)
        again, own_again, _ = seconds_and_peaks(command)
        tables[f"ingest of {count} reports"] = {
            "seconds": round(first, 2),
            "seconds again, nothing changed": round(again, 2),
            "times faster again": round(first / again, 1),
            "seconds to export everything":
                round(seconds([options.program, "export", "--dataset", dataset]), 2),
            "MB of the parent at most": round(max(own, own_again), 1),
            "MB of a worker at most": round(worker, 1)}
    return tables


def start(options):
    file = min(pdfs_in(folder_of(options, 100)), key=lambda path: path.stat().st_size)
    times = {"extract": seconds([options.program, "extract", file], 40),
             "pdftotext -bbox": seconds(["pdftotext", "-bbox", file, "-"], 40)}
    return {"milliseconds on one small file": {name: round(1000 * time, 2)
                                               for name, time in times.items()},
            "ratio": {"extract to pdftotext": round(times["extract"] / times["pdftotext -bbox"], 2)}}


def rounded(times):
    return {name: round(time, 2) for name, time in times.items()}
