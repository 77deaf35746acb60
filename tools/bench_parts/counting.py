# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Instructions a page of each stage, by callgrind."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

RULES = Path(__file__).resolve().parents[2] / "rules"


def counted(count_stages, files):
    """Stage -> instructions a page over all files, in the chain's order."""
    with tempfile.TemporaryDirectory() as folder:
        dump = Path(folder) / "count"
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", "--collect-atstart=no",
             f"--callgrind-out-file={dump}", count_stages, RULES, *files],
            capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"counting failed\n{done.stderr}")
        pages = int(done.stdout)
        return dict(stage_and_count(part.read_text(), pages) for part in parts_of(dump))


def parts_of(dump):
    parts = dump.parent.glob(dump.name + ".*")
    return sorted(parts, key=lambda part: int(part.suffix[1:]))


def stage_and_count(text, pages):
    stage = re.search(r"^desc: Trigger: Client Request: (\S+)", text, re.M)[1]
    totals = re.search(r"^(?:summary|totals): (\d+)", text, re.M)[1]
    return stage, round(int(totals) / pages)
