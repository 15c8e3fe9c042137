#!/usr/bin/env python3
"""Runs golden cases: folders that show what a user types and what must come back.

    cmd       shell lines; `dateline` is the program, the working folder a copy of the case
    out       standard output, byte for byte
    err       standard error, byte for byte; not compared when there is no such file
    rc        exit code; 0 when there is no such file
    expect/   files that the command must have written, under the same names
    the rest  inputs, whatever their names

A case needs no code. `run.py --update CASE...` writes what the program answers now into the case:
read the difference before you commit it.
"""
import argparse
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SECONDS = 120  # more than any case needs, also under sanitizers
ANSWERS = ('out', 'err', 'rc', 'expect')


def run(case, program, folder):
    """Runs the case in `folder`, a copy of it, and returns the finished process."""
    shutil.copytree(case, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*ANSWERS))
    path = f'{program}{os.pathsep}{os.environ.get("PATH", os.defpath)}'
    keep = {k: v for k, v in os.environ.items() if k.endswith('SAN_OPTIONS')}
    environment = {**keep, 'PATH': path, 'LC_ALL': 'C.UTF-8', 'HOME': str(folder), 'ROOT': str(ROOT)}
    return subprocess.run(['sh', '-eu', './cmd'], cwd=folder, env=environment, timeout=SECONDS,
                          stdin=subprocess.DEVNULL, capture_output=True)


def answers(case, done, folder):
    """name -> (expected, found), for everything that the case expects."""
    pairs = {}
    for name, found in (('out', done.stdout), ('err', done.stderr)):
        path = case / name
        if path.exists() or name == 'out':
            pairs[name] = (path.read_bytes() if path.exists() else b'', found)
    rc = case / 'rc'
    pairs['rc'] = (rc.read_bytes() if rc.exists() else b'0\n', b'%d\n' % done.returncode)
    for path in sorted((case / 'expect').rglob('*')):
        if path.is_file():
            name = path.relative_to(case / 'expect')
            found = folder / name
            pairs[f'expect/{name}'] = (path.read_bytes(),
                                       found.read_bytes() if found.is_file() else b'(no such file)\n')
    return pairs


def difference(name, expected, found):
    lines = [text.decode('utf-8', 'backslashreplace').splitlines(keepends=True)
             for text in (expected, found)]
    return ''.join(difflib.unified_diff(*lines, f'expected {name}', f'found {name}'))


def update(case, pairs):
    for name, (expected, found) in pairs.items():
        if expected == found and (case / name).exists():
            continue
        if name == 'rc' and found == b'0\n':
            (case / name).unlink(missing_ok=True)
        elif name != 'out' or found or (case / name).exists():
            (case / name).write_bytes(found)


def check(case, program, updating):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        done = run(case, program, folder)
        pairs = answers(case, done, folder)
        wrong = {n: p for n, p in pairs.items() if p[0] != p[1]}
        if updating:
            update(case, pairs)
            return True
        for name, (expected, found) in wrong.items():
            print(f'{case}: {name} differs\n{difference(name, expected, found)}')
        if wrong and 'err' not in pairs:
            print(f'standard error was:\n{done.stderr.decode("utf-8", "backslashreplace")}')
        return not wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('cases', nargs='*', type=pathlib.Path, help='default: all')
    parser.add_argument('--program', type=pathlib.Path, default=ROOT / 'build',
                        help='folder that holds dateline')
    parser.add_argument('--update', action='store_true')
    options = parser.parse_args()
    here = pathlib.Path(__file__).resolve().parent
    cases = options.cases or sorted(path.parent for path in here.rglob('cmd'))
    failed = [case for case in cases
              if not check(case.resolve(), options.program.resolve(), options.update)]
    print(f'{len(cases) - len(failed)} of {len(cases)} golden cases as expected')
    sys.exit(bool(failed))


if __name__ == '__main__':
    main()
