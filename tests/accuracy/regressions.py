#!/usr/bin/env python3
"""Measures again what figures.json says the visible data gave, and fails on any drop of more than
half a point.

    regressions.py PROGRAM [--accept]

Needs the scorers and corpora: visible.py in $DATELINE_SCORE, or ../shared/score beside the project
(and for roles $DATELINE_DATA, or its neighbour data); without them it is skipped (exit code 77). --accept writes what was measured to figures.json.
"""
import ast
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
FIGURES = HERE / 'figures.json'
GROUPS = ('time', 'names', 'syntax', 'repair', 'analyst')  # pages has 793 files: see docs/accuracy.md
ALLOWED_DROP = 0.5  # points of a hundred
ALLOWED_OF_NAMES = 1.0  # which are told in whole points
LINE = re.compile(r'(\S+) +(\S.*?) +(\{.*\})$')
# Of the analyst set, where one event is a point: what the project promises.
ANALYST = ('core_recall', 'spurious_asserted_share', 'day_acc', 'far_date_acc', 'fact_acc',
           'false_fact_rate', 'role_f1', 'attr_on_attributed', 'alias_f1', 'deadline_f1',
           'timex_value_f1', 'must_not_violations')
SMALLER_IS_BETTER = ('spurious_asserted_share', 'false_fact_rate', 'must_not_violations')


def in_points(name, value):
    """F1 of .87 and 87.2 % are both written as points of a hundred."""
    return round(100 * value if 0 < value <= 1 and name != 'must_not_violations' else value, 2)


def figures_of(kind, measured):
    for name, value in measured.items():
        if not isinstance(value, (int, float)) or isinstance(value, bool) or name in ('words_s', 'XPOS'):
            continue
        if kind == 'analyst' and name not in ANALYST:
            continue
        yield name, in_points(name, value)


def measure(program, scorers):
    told = subprocess.run([sys.executable, scorers / 'visible.py', *GROUPS], stdout=subprocess.PIPE, text=True,
                          env={**os.environ, 'DATELINE': str(pathlib.Path(program).resolve())}).stdout
    found = {}
    for line in told.splitlines():
        print(line, flush=True)
        if match := LINE.match(line):
            kind, row, measured = match.groups()
            for name, figure in figures_of(kind, ast.literal_eval(measured)):
                found[f'{kind} {row} {name}'] = figure
    return found


def measure_roles(program, language):
    """Predicates and arguments, from EWT's gold tokens."""
    trees, frames = language / 'ud/en_ewt-ud-dev.conllu', language / 'propbank/en_ewt-srl-dev.tsv'
    if not frames.exists():
        return {}
    with tempfile.NamedTemporaryFile() as found:
        subprocess.run([program, 'annotate', '--from', 'conllu', '--to', 'srl', trees], stdout=found,
                       check=True)
        told = subprocess.run([sys.executable, HERE / 'srl_score.py', trees, frames, found.name],
                              capture_output=True, text=True, check=True).stdout
    print(told, end='', flush=True)
    rows = re.findall(r'(\w+) .*F1 +([\d.]+)', told)
    return {f'roles {row} F1': float(figure) for row, figure in rows}


def measure_links(program, temporal):
    """Temporal relations between gold events and times."""
    gold = temporal / 'timebank-dense'
    if not gold.exists():
        return {}
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([program, 'annotate', '--from', 'timeml', '--to', 'timeml', '--keep-annotation', '-q', '-o', out,
                        *sorted(gold.rglob('*.tml'))], check=True)
        told = subprocess.run([sys.executable, HERE / 'tlink_score.py', gold, out], capture_output=True, text=True,
                              check=True).stdout
    print(told, end='', flush=True)
    return {'links all': float(re.search(r'^all +([\d.]+)', told, re.M).group(1)),
            'links ordered P': float(re.search(r'ordered: P ([\d.]+)', told).group(1))}


def drops(before, now):
    for name, figure in before.items():
        if name not in now:
            yield f'{name}: {figure}, now not measured'
            continue
        sign = -1 if name.endswith(SMALLER_IS_BETTER) else 1
        allowed = ALLOWED_OF_NAMES if name.startswith('names') else ALLOWED_DROP
        if sign * (figure - now[name]) > allowed:
            yield f'{name}: {figure}, now {now[name]}'


def main():
    scorers = pathlib.Path(os.environ.get('DATELINE_SCORE', HERE.parents[2] / 'shared' / 'score'))
    if not (scorers / 'visible.py').exists():
        print(f'skipped: no visible.py in {scorers}')
        return 77
    data = pathlib.Path(os.environ.get('DATELINE_DATA', scorers.parent / 'data'))
    program = sys.argv[1]
    now = measure(program, scorers) | measure_roles(program, data / 'language') | measure_links(program, data / 'temporal')
    if '--accept' in sys.argv:
        FIGURES.write_text(json.dumps(now, indent=1) + '\n')
        return 0
    worse = list(drops(json.loads(FIGURES.read_text()), now))
    print(*worse, sep='\n')
    return 1 if worse or not now else 0


if __name__ == '__main__':
    sys.exit(main())
