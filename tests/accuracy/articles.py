#!/usr/bin/env python3
"""Scores the program on forty articles of our own, which were annotated before it saw them.

    articles.py PROGRAM [tune|check] [--details]

Compiles the specs in analyst/ to gold, runs the program on each article and calls score_analyst.py,
in $DATELINE_SCORE or ../shared/score beside the project; without it the script is skipped (exit code
77). `check` takes only the articles that nobody reads while working on the program, `tune` the rest.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BASE = HERE / 'analyst'
sys.path.insert(0, str(BASE))
import gold as gold_compiler


def score_folder():
    beside = HERE.parent.parent.parent / 'shared' / 'score'
    return pathlib.Path(os.environ.get('DATELINE_SCORE', beside))


def slugs_of(part):
    """Names of the articles of a part: all, those held out (check), or the others (tune)."""
    held_out = set((BASE / 'check.txt').read_text().split())
    names = sorted(path.stem for path in (BASE / 'spec').glob('*.spec'))
    return [n for n in names if part is None or (n in held_out) == (part == 'check')]


def timeline_of(program, article, published):
    """What the program reads in an article, as JSON text."""
    done = subprocess.run([program, 'build', str(article), '--published', published, '--to', 'json'],
                          capture_output=True, text=True, check=True)
    return done.stdout


def read_articles(program, part, folder):
    """Fills FOLDER with gold/, articles/ and out/, as score_analyst.py wants them."""
    for name in ('gold', 'articles', 'stories', 'out'):
        (folder / name).mkdir()
    for slug in slugs_of(part):
        gold = gold_compiler.compiled(str(BASE), slug)
        article = BASE / 'articles' / f'{slug}.txt'
        (folder / 'gold' / f'{slug}.json').write_text(json.dumps(gold), encoding='utf-8')
        (folder / 'articles' / article.name).write_bytes(article.read_bytes())
        (folder / 'out' / f'{slug}.json').write_text(
            timeline_of(program, article, gold['published']), encoding='utf-8')


def main():
    args = [a for a in sys.argv[1:] if not a.startswith('--')]
    scorer = score_folder() / 'score_analyst.py'
    if not scorer.exists():
        print(f'skipped: no {scorer}')
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        read_articles(str(pathlib.Path(args[0]).resolve()), args[1] if len(args) > 1 else None, folder)
        options = [a for a in sys.argv[1:] if a.startswith('--')]
        return subprocess.run([sys.executable, str(scorer), str(folder / 'gold'), str(folder / 'out'),
                               *options], check=False).returncode


if __name__ == '__main__':
    sys.exit(main())
