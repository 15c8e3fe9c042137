#!/usr/bin/env python3
"""Measures how often what the program says with some confidence is right, and fits the weights.

    confidence.py PROGRAM [--fit]

Reads the articles of analyst/: prints for events, dates and factuality how often they are right, by
what the program says of them (a reliability table), for the articles to tune on and for those held
out. --fit prints confidence.txt with the weights of the articles to tune on. Needs score_analyst.py,
as articles.py does.
"""
import datetime
import json
import math
import pathlib
import sys
import tempfile

import articles

PRIOR = 5  # events that are as the mean of their kind
BINS = ((0, .5), (.5, .6), (.6, .7), (.7, .8), (.8, .9), (.9, 1.01))


def scorer():
    sys.path.insert(0, str(articles.score_folder()))
    import score_analyst
    return score_analyst


def loaded(score, gold, folder, system):
    article = score.Art(gold, str(folder))
    article.load(system)
    return article


def matches_of(score, gold, folder, system):
    """Pairs (event of the program, event of the gold or None), each event of the program once."""
    pairings = []
    hungarian = score.hungarian

    def remembering(weights):
        pairs = hungarian(weights)
        pairings.append((weights, pairs))
        return pairs

    article = loaded(score, gold, folder, system)
    score.hungarian = remembering
    try:
        score.score_article(article)
    finally:
        score.hungarian = hungarian
    weights, pairs = pairings[0]
    events = [e for e in system['events']
              if not (e.get('kind') == 'deadline' or 'deadline' in e)
              or not (e.get('deadline') or {}).get('action')]
    plain = [i for i, e in enumerate(events) if e.get('kind') != 'deadline' and 'deadline' not in e]
    paired = dict(pairs)
    for i in plain:
        touched = any(w > 0 for w in weights[i])
        yield events[i], gold['events'][paired[i]] if i in paired else None, touched


def date_is_right(score, gold, event):
    accepted = [gold['when'], *gold['when']['alternatives']]
    days = score.sysdays(event.get('when'))
    open_ones = [w for w in accepted if w['earliest'] is None and w['latest'] is None]
    if open_ones and days is None:
        return True
    return any(score.date_ok((score.gday(w['earliest']), score.gday(w['latest'])), days)[0]
               for w in accepted if w not in open_ones)


def roles_of(score, gold, event, names):
    """(role, is it right) for the participants that are in the gold of the event."""
    for told in event.get('participants') or []:
        meant = [p['role'] for p in gold['participants'] if p['entity'] == names.get(told['entity'])]
        if meant:
            yield told['role'], any(score.role_ok(role, told['role']) for role in meant)


def lasts_a_day(first, last):
    if first.startswith('-') or last.startswith('-'):
        return False  # before Christ, which no day is told of here
    length = datetime.datetime.fromisoformat(last[:19]) - datetime.datetime.fromisoformat(first[:19])
    return length <= datetime.timedelta(days=1)


def basis_of(event, published):
    """As basis_of() in importers/events/confidence.cc."""
    when = event.get('when') or {}
    first, last = when.get('earliest'), when.get('latest')
    if not first and not last:
        return 'unknown'
    if not first or not last:
        return 'open'
    day = lasts_a_day(first, last)
    if 'timex' in when:
        return 'told-day' if day else 'told-range'
    if not day:
        return 'derived-range'
    return 'publication' if first[:10] == published else 'derived-day'


def judged(program, part):
    """One row an event: the program's event, whether it is one, and if it is: date, factuality."""
    score = scorer()
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        articles.read_articles(program, part, folder)
        for path in sorted((folder / 'gold').glob('*.json')):
            gold = json.loads(path.read_text(encoding='utf-8'))
            system = json.loads((folder / 'out' / path.name).read_text(encoding='utf-8'))
            names = score.map_entities(loaded(score, gold, folder, system))
            for event, match, touched in matches_of(score, gold, folder, system):
                row = {'event': event, 'is': match is not None or touched,
                       'basis': basis_of(event, gold['published'])}
                if match:
                    row['date'] = date_is_right(score, match, event)
                    row['factuality'] = score.fact_ok(match['factuality'], event['factuality'])
                    row['roles'] = list(roles_of(score, match, event, names))
                rows.append(row)
    return rows


def right_share(rows):
    return sum(rows) / len(rows) if rows else float('nan')


def all_right(row):
    return row['is'] and row.get('date', True) and row.get('factuality', True)


def print_table(title, rows):
    print(f'{title}: said, events, right')
    for low, high in BINS:
        inside = [r for c, r in rows if low <= c < high]
        if inside:
            said = sum(c for c, _ in rows if low <= c < high) / len(inside)
            print(f'  {low:.1f} to {min(high, 1):.1f}  {said:.2f}  {len(inside):4d}  {right_share(inside):.2f}')
    error = sum(abs(sum(c - r for c, r in rows if low <= c < high)) for low, high in BINS) / len(rows)
    print(f'  expected calibration error {error:.3f}')


def reliability(rows):
    part = lambda row, name: row['event']['confidence_parts'][name]
    print_table('event', [(part(r, 'event'), r['is']) for r in rows])
    for name in ('date', 'factuality'):
        print_table(name, [(part(r, name), r[name]) for r in rows if name in r])
    print_table('confidence', [(r['event']['confidence'], all_right(r)) for r in rows])


def fitted(kind, judged_names):
    """Lines of confidence.txt: the share that is right of each name, held back where there are few."""
    total = right_share([right for _, right in judged_names])
    for name in sorted({n for n, _ in judged_names}):
        right = [r for n, r in judged_names if n == name]
        print(f'{kind} {name} {(sum(right) + PRIOR * total) / (len(right) + PRIOR):.2f}')


def log_odds(share):
    return math.log(share / (1 - share))


def fit(rows):
    """The event model is additive: what each trait that the timeline shows adds to the plain case."""
    traits = {'unlisted': lambda e: e['type'] == 'other', 'statement': lambda e: e['kind'] == 'statement',
              'state': lambda e: e['kind'] == 'state', 'sourced': lambda e: bool(e.get('attribution')),
              'asserted': lambda e: e['factuality']['value'] == 'asserted'}
    weights = dict.fromkeys(['always', *traits], 0.0)
    data = [({'always': 1, **{n: float(has(r['event'])) for n, has in traits.items()}}, r['is'])
            for r in rows]
    for _ in range(3000):  # of gradient descent on the log-likelihood, with a small penalty
        slope = {n: -0.002 * w for n, w in weights.items()}
        for values, right in data:
            score = sum(weights[n] * v for n, v in values.items())
            miss = right - 1 / (1 + math.exp(-score))
            for n, v in values.items():
                slope[n] += miss * v / len(data)
        weights = {n: w + 2 * slope[n] for n, w in weights.items()}
    for name, weight in weights.items():
        print(f'event {name} {weight:.1f}')
    fitted('date', [(r['basis'], r['date']) for r in rows if 'date' in r])
    fitted('factuality', [(r['event']['factuality']['value'], r['factuality']) for r in rows
                          if 'factuality' in r])
    fitted('role', [pair for r in rows for pair in r.get('roles', [])])


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    if not (articles.score_folder() / 'score_analyst.py').exists():
        print('skipped: no score_analyst.py')
        return 77
    if '--fit' in sys.argv:
        fit(judged(program, 'tune'))
        return 0
    for part in ('tune', 'check'):
        print(f'--- {part}')
        reliability(judged(program, part))
    return 0


if __name__ == '__main__':
    sys.exit(main())
