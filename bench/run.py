#!/usr/bin/env python3
"""Measures the program's speed and memory on news text.

    python3 bench/run.py [--bin build/release/onrecord] [--model FILE] [--data DIR] [--passes 3] [--all] [--json OUT]
                         [--docs]

The pipeline (JSON Lines in, records in memory) runs on one thread in onrecord_bench, which stands beside the program;
then the program's own commands run from end to end. Both come twice: by rules alone, and with the language model where
there is one (onrecord.model beside the program, unless --model names another). The text is Reuters-21578, Wikinews and BBC news from DIR/news-raw
(DIR as in eval/run.py), every tenth article unless --all; without it, examples/ many times over. Words are runs
between blanks that hold a letter or digit; seconds are CPU time, so that a busy neighbour counts as little as may be.
The exit status is 1 when rows are missing that the text must give: a benchmark that does nothing fails.
"""
from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import Any, Iterator

ROOT = Path(__file__).resolve().parent.parent
EXPECTED = json.loads((ROOT / "bench/expected.json").read_text(encoding="utf-8"))
SOURCES = {"Reuters": "reuters21578.jsonl.gz", "Wikinews": "wikinews_2019_2020.jsonl.gz",
           "BBC": "bbc_2004_2005.jsonl.gz"}
EXAMPLE_COPIES = 200
WITH_MODEL = "all, with the model"
Row = dict[str, Any]


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=Path, default=ROOT / "build/release/onrecord", help="the program")
    parser.add_argument("--model", type=Path, help="the language model, unless it lies beside the program")
    parser.add_argument("--data", help="the folder of the evaluation data")
    parser.add_argument("--passes", type=int, default=3, help="passes over the text; the median counts")
    parser.add_argument("--all", action="store_true", help="every article, not every tenth")
    parser.add_argument("--json", type=Path, default=ROOT / "build/bench.json", help="where the figures are written")
    parser.add_argument("--docs", action="store_true", help="put the figures into docs/evaluation.md")
    return parser.parse_args()


# --- text -------------------------------------------------------------------------------------------------------

def news_folder(given: str | None) -> Path | None:
    """DIR/news-raw, if it is there."""
    wanted = given or os.environ.get("ONRECORD_DATA")
    folder = (Path(wanted) if wanted else ROOT.parent / "shared" / "data") / "news-raw"
    return folder if folder.is_dir() else None


def iso_date(date: str | None) -> str | None:
    """`2019-01-04` as it is; Reuters' `26-FEB-1987 15:01:01.79` as an ISO date."""
    found = re.match(r"\s*(\d{4}-\d\d-\d\d)|\s*(\d{1,2}-[A-Za-z]{3}-\d{4})", date or "")
    if not found:
        return None
    return found.group(1) or datetime.strptime(found.group(2).title(), "%d-%b-%Y").date().isoformat()


def news_rows(path: Path, step: int) -> Iterator[Row]:
    """Every step-th article that has a text."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            if number % step == 0 and row.get("text"):
                yield {"id": row["id"], "title": row.get("title"), "text": row["text"], "published": iso_date(row.get("date"))}


def example_rows() -> Iterator[Row]:
    """The example texts over and over, each with another id."""
    texts = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted((ROOT / "examples").glob("*.txt"))]
    for copy in range(EXAMPLE_COPIES):
        for stem, text in texts:
            yield {"id": f"{stem}-{copy}", "text": text, "published": stem[:10]}


def inputs(options: argparse.Namespace, folder: Path) -> dict[str, tuple[Path, int]]:
    """JSON Lines files by source, with the number of their articles; "all" is their sum, or the examples."""
    news = news_folder(options.data)
    rows: dict[str, list[Row]] = {}
    if news is not None:
        rows = {name: list(news_rows(news / file, 1 if options.all else 10)) for name, file in SOURCES.items()}
    rows["all"] = [row for part in rows.values() for row in part] or list(example_rows())
    written = {}
    for name, part in rows.items():
        path = folder / f"{name}.jsonl"
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in part), encoding="utf-8")
        written[name] = (path, len(part))
    return written


# --- measuring ----------------------------------------------------------------------------------------------------

def hardware() -> str:
    """The processor's name and the number of its cores here."""
    found = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    return f"{found.group(1) if found else 'unknown processor'}, {os.cpu_count()} cores"


def model_of(options: argparse.Namespace) -> Path | None:
    """The language model to measure with, if there is one."""
    model = options.model or options.bin.parent / "onrecord.model"
    return model if model.exists() else None


def pipeline(program: Path, path: Path, passes: int, model: Path | None = None) -> Row:
    """The figures of onrecord_bench. RAISES CalledProcessError."""
    bench = program.parent / "bench" / "onrecord_bench"
    gazetteer = program.parent / "onrecord.gazetteer"
    line = [str(bench), str(path), str(passes), str(model or ""), *([str(gazetteer)] if gazetteer.exists() else [])]
    done = subprocess.run(line, capture_output=True, check=True, text=True)
    return json.loads(done.stdout)


def command(line: list[str]) -> Row | None:
    """CPU and wall seconds and peak memory of a command; None if it fails (a command that is not there yet)."""
    begin, before, peak = time.monotonic(), os.times(), 0
    process = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        peak = max(peak, peak_memory(process.pid))
        time.sleep(0.005)
    after = os.times()
    if process.returncode:
        return None
    return {"wall_seconds": time.monotonic() - begin, "peak_memory_kb": peak,
            "cpu_seconds": after.children_user + after.children_system - before.children_user - before.children_system}


def peak_memory(pid: int) -> int:
    """VmHWM in kB while the process runs; 0 when it has ended."""
    try:
        found = re.search(r"VmHWM:\s*(\d+)", Path(f"/proc/{pid}/status").read_text(encoding="utf-8"))
    except OSError:
        return 0
    return int(found.group(1)) if found else 0


def end_to_end(program: Path, path: Path, folder: Path, model: Path | None) -> dict[str, Row | None]:
    """The program's commands over the whole text."""
    found = {}
    for how in ([["--no-model"]] if model is None else [["--no-model"], ["--model", str(model)]]):
        name = how[0] if how[0] == "--no-model" else "with the model"
        database = folder / f"bench{len(found)}.db"
        found[f"annotate, {name}"] = command([str(program), "annotate", *how, "--input-format", "jsonl", str(path)])
        found[f"read --db, {name}"] = command([str(program), "read", *how, "--db", str(database), str(path)])
    return found


def too_few(result: Row, articles: int) -> list[str]:
    """What is missing of what the text must give (bench/expected.json: least rows per thousand words)."""
    found = [] if result["articles"] == articles else [f"{result['articles']} articles read, {articles} given"]
    for name, least in EXPECTED["rows_per_thousand_words"].items():
        share = 1000 * result[name] / max(result["words"], 1)
        if share < least:
            found.append(f"{name}: {share:.2f} per thousand words, at least {least} expected")
    return found


# --- report -------------------------------------------------------------------------------------------------------

def print_report(report: Row) -> None:
    """For the terminal."""
    print(f"{report['hardware']}")
    print("\npipeline, one thread, CPU time, median pass         words       words/s   (fastest–slowest)   peak memory")
    for name, r in report["pipeline"].items():
        slow, fast = r["words"] / r["slowest_cpu_seconds"], r["words"] / r["fastest_cpu_seconds"]
        print(f"  {name:<44} {r['words']:>10,}  {r['words_per_second']:>12,.0f}   ({fast:,.0f}–{slow:,.0f})"
              f"   {r['peak_memory_kb'] / 1024:.0f} MB")
    whole = report["pipeline"]["all"]
    for name in ("all", WITH_MODEL):
        if name in report["pipeline"]:
            print_stages(name, report["pipeline"][name])
    print("\nend to end                        wall s    CPU s   words per CPU second   peak memory")
    for name, r in report["commands"].items():
        print(f"  {name:<28}  not there yet, or failed" if r is None else
              f"  {name:<28} {r['wall_seconds']:>9.2f} {r['cpu_seconds']:>8.2f} {whole['words'] / r['cpu_seconds']:>16,.0f}"
              f"   {r['peak_memory_kb'] / 1024:>14.0f} MB")
    print("\npeers (one thread; eval/peers.json says where)")
    for peer in peers():
        print(f"  {peer['name']:<58} {peer['words_per_second']:>12} words/s   {peer['memory']}")
    print(f"\ncalibration loop: {whole['calibration_before']:.0f} million steps/s before, {whole['calibration_after']:.0f} after"
          " (lower than on another day: a busy machine)")


def print_stages(name: str, result: Row) -> None:
    """What each stage took."""
    print(f"\n{name:<18} seconds    share   ns a word")
    for stage, seconds in result["stages"].items():
        print(f"  {stage:<15} {seconds:>8.3f}  {seconds / result['cpu_seconds']:>6.1%}  {1e9 * seconds / result['words']:>8.0f}")


def write_into(page: Path, report: Row) -> None:
    """Puts the figures between the two marks of a Markdown page."""
    begin, end = "<!-- speed: bench/run.py --docs -->\n", "<!-- end of speed -->"
    head, _, rest = page.read_text(encoding="utf-8").partition(begin)
    _, _, tail = rest.partition(end)
    if not tail:
        raise ValueError(f"{page} has no marks for the figures")
    whole = report["pipeline"]["all"]
    rows = [(f"pipeline, one thread, {'with the model' if name == WITH_MODEL else 'rules alone'}",
             f"{r['words_per_second']:,.0f}", r["peak_memory_kb"])
            for name, r in report["pipeline"].items() if name in ("all", WITH_MODEL)]
    rows += [(f"`onrecord {name.replace(', ', '`, ')}, end to end", f"{whole['words'] / r['cpu_seconds']:,.0f}", r["peak_memory_kb"])
             for name, r in report["commands"].items() if r]
    lines = [f"{report['hardware']}; {whole['words']:,} words of news.", "", "| | words per CPU second | peak memory |",
             "|---|---|---|", *(f"| {name} | {speed} | {memory / 1024:.0f} MB |" for name, speed, memory in rows)]
    lines += [f"| {peer['name']} | {peer['words_per_second']} | {peer['memory']} |" for peer in peers()]
    page.write_text(head + begin + "\n".join(lines) + "\n" + end + tail, encoding="utf-8")


def peers() -> list[Row]:
    """What others were measured at."""
    return json.loads((ROOT / "eval/peers.json").read_text(encoding="utf-8"))["speeds"]


def main() -> int:
    """Measures, prints, writes, checks."""
    options = arguments()
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as name:
        folder = Path(name)
        files = inputs(options, folder)
        try:
            results = {source: pipeline(options.bin, path, options.passes) for source, (path, _) in files.items()}
            model = model_of(options)
            if model:
                results[WITH_MODEL] = pipeline(options.bin, files["all"][0], options.passes, model)
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"the benchmark did not run: {error}\n{getattr(error, 'stderr', '') or ''}", file=sys.stderr)
            return 2
        report = {"hardware": hardware(), "pipeline": results,
                  "commands": end_to_end(options.bin, files["all"][0], folder, model)}
        report["failures"] = [line for name in ("all", WITH_MODEL) if name in results
                              for line in too_few(results[name], files["all"][1])]
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print_report(report)
    if options.docs:
        write_into(ROOT / "docs/evaluation.md", report)
    for line in report["failures"]:
        print(f"FAILED {line}")
    return 1 if report["failures"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
