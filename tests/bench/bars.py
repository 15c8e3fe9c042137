#!/usr/bin/env python3
"""Measures the program against what is asked of it, on this machine, and prints one line a figure.

    start-up    `dateline build` on one small article: under 30 ms (best of 20 runs)
    speed       1,000 generated articles of 500 words with 2 jobs: under 10 s
    memory      peak of that run
    sameness    the same bytes with 1 job, with 2, and a second time

Exit code 1 when a bar is missed. Run it on an idle machine, after a build: tests/bench/bars.py
"""
import argparse
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
STARTUP_RUNS = 20
STARTUP_MS = 30
ARTICLES, WORDS, SECONDS = 1000, 500, 10


def run(*command):
    """Seconds, digest of standard output, and peak memory in MB of one run."""
    with tempfile.TemporaryFile() as out:
        started = time.perf_counter()
        process = subprocess.Popen([str(word) for word in command], stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f'{command[0]} {command[1]} ended with {os.waitstatus_to_exitcode(status)}')
        out.seek(0)
        return seconds, hashlib.sha256(out.read()).hexdigest(), usage.ru_maxrss / 1024


def report(name, value, unit, bar=None):
    met = bar is None or value < bar
    asked = '' if bar is None else f'  (asked: under {bar:g} {unit}{"" if met else ", MISSED"})'
    print(f'{name:<12}{value:10.1f} {unit}{asked}')
    return met


def startup(program, folder):
    article = folder / 'small.txt'
    article.write_text('Mayor Anna Brandt resigned on 3 May 2021, officials in Brenford said.\n')
    best = min(run(program, 'build', article, '--to', 'json')[0] for _ in range(STARTUP_RUNS))
    return report('start-up', best * 1000, 'ms', STARTUP_MS)


def many(program, generate, folder):
    articles = folder / 'articles'
    subprocess.run([generate, articles, str(ARTICLES), str(WORDS)], check=True)
    size = sum(path.stat().st_size for path in articles.iterdir()) / 1e6
    two = run(program, 'build', articles, '--to', 'json', '--jobs', 2)
    one = run(program, 'build', articles, '--to', 'json', '--jobs', 1)
    again = run(program, 'build', articles, '--to', 'json', '--jobs', 2)
    read = run(program, 'read', articles, '--jobs', 2)
    fast = report('2 jobs', two[0], 's', SECONDS)
    report('1 job', one[0], 's')
    report('read only', read[0], 's')
    report('articles', ARTICLES / two[0], '1/s')
    report('text', size / two[0], 'MB/s')
    report('memory', two[2], 'MB')
    same = two[1] == one[1] == again[1]
    print(f'sameness    {"yes" if same else "NO: outputs differ"}')
    return fast and same


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--build', type=pathlib.Path, default=ROOT / 'build')
    build = parser.parse_args().build.resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        met = [startup(build / 'dateline', folder),
               many(build / 'dateline', build / 'tests/bench/generate_articles', folder)]
    sys.exit(not all(met))


if __name__ == '__main__':
    main()
