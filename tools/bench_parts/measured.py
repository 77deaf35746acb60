# SPDX-FileCopyrightText: The lagesbild authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole programs: how long they take, and how much memory they and their children hold at most."""

import os
import subprocess
import time
from pathlib import Path

ACCEPTED = (0, 3)  # 3: done, some files rejected


def seconds(command, times=1):
    """The least of some runs, in seconds."""
    least = float("inf")
    for _ in range(times):
        begun = time.monotonic()
        run(command)
        least = min(least, time.monotonic() - begun)
    return least


def run(command):
    done = subprocess.run([str(word) for word in command], stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, text=True)
    if done.returncode not in ACCEPTED:
        raise SystemExit(f"{command[0]} ended with {done.returncode}\n{done.stderr}")


def seconds_and_peaks(command):
    """Seconds, and the highest resident memory of the process and of any child, in MB."""
    begun = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    own = child = 0
    while process.poll() is None:
        own = max(own, peak_of(process.pid))
        child = max([child, *map(peak_of, children_of(process.pid))])
        time.sleep(0.02)
    if process.returncode not in ACCEPTED:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return time.monotonic() - begun, own, child


def peak_of(process):
    """MB; 0 for a process that is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    lines = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(lines[0].split()[1]) / 1000 if lines else 0


def children_of(process):
    try:
        return [int(word)
                for word in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def cores():
    return len(os.sched_getaffinity(0))
