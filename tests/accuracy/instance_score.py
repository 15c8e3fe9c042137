#!/usr/bin/env python3
"""Scores the attributes of MAKEINSTANCE (tense, aspect, polarity, modality, pos) of a TimeML folder against gold,
where the EVENTs stand around the same words:

    instance_score.py GOLD OUT           two folders of .tml files
    instance_score.py --program DATELINE reads TimeBank and AQUAINT from $DATELINE_DATA or ../shared/data

Only what the gold says is compared: AQUAINT leaves pos unknown for half of its events.
"""
import argparse
import collections
import html
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ATTRIBUTES = ('tense', 'aspect', 'polarity', 'modality', 'pos')
TAG = re.compile(r'<(/?)(EVENT|TIMEX3|SIGNAL)\b([^>]*)>')
ATTRIBUTE = re.compile(r'(\w+)\s*=\s*"([^"]*)"')
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def normal(name, value):
    """An attribute's value; 'none', the empty one and a missing one are the same, as are MUST and must."""
    value = value.strip()
    return '' if value.lower() in ('', 'none') else value.lower() if name == 'modality' else value


def instances(path):
    """(start, end) in characters that are no white space -> attributes of the event's first instance."""
    text = path.read_text(encoding='utf-8', errors='replace')
    body = re.search(r'<TEXT>(.*)</TEXT>', text, re.S)
    body = body.group(1) if body else ''
    made = {}
    for tag in re.findall(r'<MAKEINSTANCE\b([^>]*)>', text):
        attributes = dict(ATTRIBUTE.findall(tag))
        made.setdefault(attributes.get('eventID'), attributes)
    found, opened, at, last = {}, [], 0, 0
    for tag in TAG.finditer(body):
        at += len(re.sub(r'\s', '', html.unescape(body[last:tag.start()])))
        last = tag.end()
        if tag.group(2) != 'EVENT':
            continue
        if not tag.group(1):
            opened.append((at, dict(ATTRIBUTE.findall(tag.group(3))).get('eid')))
        elif opened:
            start, event = opened.pop()
            if event in made:
                found[start, at] = made[event]
    return found


def compare(gold, out):
    right, all_of, wrong = collections.Counter(), collections.Counter(), collections.Counter()
    for path in sorted(gold.glob('*.tml')):
        theirs, ours = instances(path), instances(out / path.name)
        for span, expected in theirs.items():
            if span not in ours:
                continue
            for name in ATTRIBUTES:
                if name not in expected and name != 'modality' or expected.get(name) == 'UNKNOWN':
                    continue
                a, b = (normal(name, each.get(name, '')) for each in (expected, ours[span]))
                all_of[name] += 1
                right[name] += a == b
                wrong[name, a, b] += a != b
    return right, all_of, wrong


def report(title, gold, out, details):
    right, all_of, wrong = compare(gold, out)
    print(title, {name: round(100 * right[name] / all_of[name], 1) for name in ATTRIBUTES if all_of[name]})
    for (name, a, b), n in wrong.most_common(details):
        print(f'   {name}: gold {a or "NONE"}, found {b or "NONE"}: {n}')


def annotate(program, gold, out):
    command = [program, 'annotate', '--from', 'timeml', '--to', 'timeml', '-o', out]
    subprocess.run(command + sorted(gold.glob('*.tml')), check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folders', nargs='*', type=pathlib.Path, metavar='GOLD OUT')
    parser.add_argument('--program', type=pathlib.Path)
    parser.add_argument('--details', type=int, default=0, metavar='N', help='the N commonest differences')
    options = parser.parse_args()
    if len(options.folders) == 2:
        return report('', *options.folders, options.details)
    if options.program is None or options.folders:
        parser.error('expected GOLD OUT, or --program DATELINE')
    data = pathlib.Path(os.environ.get('DATELINE_DATA', ROOT.parent / 'shared' / 'data')) / 'temporal'
    for name in ('timebank', 'aquaint'):
        if not (data / name).is_dir():
            print(f'skipped: no corpus at {data / name}')
            continue
        with tempfile.TemporaryDirectory() as out:
            annotate(options.program.resolve(), data / name, pathlib.Path(out))
            report(name, data / name, pathlib.Path(out), options.details)


if __name__ == '__main__':
    sys.exit(main())
