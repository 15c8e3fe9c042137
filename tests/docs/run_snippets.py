#!/usr/bin/env python3
"""Runs the shell snippets of a page, so that what it says stays true.

    ```sh        each line must end with exit code 0
    ```console   after "$ command", its output as it must be; a line "..." stands for any lines
    ```cpp       its lines must stand in one file of samples/cpp or tests, in this order

A page's snippets run one after the other in one folder, with the samples beside them.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FENCE = re.compile(r'^```(sh|console|cpp)\n(.*?)^```', re.MULTILINE | re.DOTALL)
SECONDS = 120


def commands(kind, body):
    """(command, expected output or None), in order."""
    if kind == 'sh':
        return [(body, None)]
    found = []
    for line in body.splitlines(keepends=True):
        if line.startswith('$ '):
            found.append([line[2:], ''])
        elif found:
            found[-1][1] += line
    return [tuple(one) for one in found]


def is_compiled(body):
    """Whether some file that the tests build has these lines, perhaps with others between them."""
    wanted = [line.strip() for line in body.splitlines() if line.strip()]
    sources = [*ROOT.glob('samples/cpp/*.cc'), *ROOT.glob('tests/**/*.cc')]
    for source in sources:
        lines = iter(line.strip() for line in source.read_text(encoding='utf-8').splitlines())
        if all(line in lines for line in wanted):
            return True
    return False


def fits(expected, found):
    parts = [re.escape(part) for part in re.split(r'^\.\.\.\n', expected, flags=re.MULTILINE)]
    return re.fullmatch(r'(?:.*\n)*'.join(parts), found) is not None


def run(command, folder, program):
    environment = {'PATH': f'{program}{os.pathsep}{os.environ.get("PATH", os.defpath)}',
                   'LC_ALL': 'C.UTF-8', 'HOME': str(folder)}
    done = subprocess.run(['sh', '-eu', '-c', command], cwd=folder, env=environment,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=SECONDS)
    return done.returncode, done.stdout.decode('utf-8', 'replace')


def faults(kind, body, folder, program):
    """What is wrong with one snippet, each as text."""
    if kind == 'cpp':
        if not is_compiled(body):
            yield f'no file of samples/cpp or tests has these lines:\n{body}'
        return
    for command, expected in commands(kind, body):
        code, found = run(command, folder, program)
        if expected is None and code != 0 or expected is not None and not fits(expected, found):
            yield (f'$ {command}exit code {code}, expected:\n{expected or "(success)"}\n'
                   f'found:\n{found}')


def check(page, program):
    bad = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / 'samples').symlink_to(ROOT / 'samples')
        for kind, body in FENCE.findall(page.read_text(encoding='utf-8')):
            if body.startswith('script/'):  # the scripts run this test
                continue
            for fault in faults(kind, body, folder, program):
                bad += 1
                print(f'{page.name}: {fault}')
    return bad


if __name__ == '__main__':
    sys.exit(sum(check(pathlib.Path(page), pathlib.Path(sys.argv[1]).resolve())
                 for page in sys.argv[2:]) > 0)
