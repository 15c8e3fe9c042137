#!/usr/bin/env python3
"""Measures what articles are understood to say, on corpora that are not part of the project.

    stories.py PROGRAM [polnear] [plover] [timeset] [meantime] [gum] [gap] [speed]

Reads by the program's command line and JSON only. Corpora: $DATELINE_DATA, or ../shared/data beside the
project; scorers: $DATELINE_SCORE, or its neighbour score. What is not there is skipped."""
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / 'stories'))
import coreference
import meantime
import plover
import polnear
import timeset
from reading import data_folder


def measure_speed(program, keep=None):
    """Words a second of one core's time, from text to timeline, on PolNeAR's articles four times over."""
    texts = sorted((data_folder() / 'stories' / 'polnear-dev' / 'dev' / 'text').glob('*.txt'))
    words = sum(len(p.read_text(encoding='utf-8').split()) for p in texts)
    best = 0
    with tempfile.TemporaryDirectory() as folder:
        for copy in range(4):
            for path in texts:
                (pathlib.Path(folder) / f'{copy}{path.name}').write_bytes(path.read_bytes())
        for _ in range(3):
            begun = sum(os.times()[2:4])
            subprocess.run([*program, 'read', folder, '--jobs', '1', '--quiet'], stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, check=False)
            best = max(best, 4 * words / (sum(os.times()[2:4]) - begun))
    print('speed: %d words a second' % best)


MEASURES = {'polnear': polnear.measure, 'plover': plover.measure, 'timeset': timeset.measure,
            'meantime': meantime.measure, 'gum': coreference.measure_gum, 'gap': coreference.measure_gap,
            'speed': measure_speed}


def main():
    program = [str(pathlib.Path(sys.argv[1]).resolve())]
    if not (data_folder() / 'stories').exists():
        print(f'skipped: no corpora in {data_folder()}')
        return 77
    for name in sys.argv[2:] or MEASURES:
        print(f'--- {name}', flush=True)
        MEASURES[name](program)
    return 0


if __name__ == '__main__':
    sys.exit(main())
