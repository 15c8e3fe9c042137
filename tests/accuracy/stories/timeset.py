"""Salient events of single articles and what came before what, against TimeSET, by timeset_score.py.
Salient are the most important ones, about as many as the gold has. With gold events: its spans are
given, and each is what the program's event with a trigger in it is."""
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile

from reading import Places, data_folder, overlap, read_all, score_folder, trigger_of

SHARE = 0.012  # of events among words: the gold has 6 in 400 or so
MONTHS = 'January February March April May June July August September October November December'.split()


def published(text):
    """The day in the second line, as Wikinews writes it."""
    found = re.search(r'(%s) (\d+), (\d{4})' % '|'.join(MONTHS), text[:400])
    return '%s-%02d-%02d' % (found[3], MONTHS.index(found[1]) + 1, int(found[2])) if found else None


def gold_spans(path):
    spans, events = {}, []
    for line in path.read_text(encoding='utf-8').splitlines():
        parts = line.split('\t')
        if line.startswith('T'):
            numbers = [int(n) for s in parts[1].split(' ', 1)[1].split(';') for n in s.split()]
            spans[parts[0]] = [min(numbers), max(numbers)]
        elif line.startswith('E'):
            events.append(parts[1].split()[0].split(':')[1])
    return sorted(spans[e] for e in events)


def bounds(event):
    when = event['when']
    return when.get('earliest'), when.get('latest')


def before_pairs(events, relations):
    """By dates that do not overlap, and by the relations of the timeline."""
    index = {e['id']: i for i, e in enumerate(events) if e}
    pairs = set()
    for i, a in enumerate(events):
        for j, b in enumerate(events):
            if i != j and a and b and bounds(a)[1] and bounds(b)[0] and bounds(a)[1] <= bounds(b)[0]:
                pairs.add((i, j))
    for link in relations:
        if link['type'] in ('before', 'meets') and link['source'] in index and link['target'] in index:
            pairs.add((index[link['source']], index[link['target']]))
    return sorted(pairs)


def salient(timeline, words):
    told = [e for e in timeline['events'] if e['kind'] in ('event', 'statement') and trigger_of(e)]
    told.sort(key=lambda e: (-e.get('importance', 0), trigger_of(e)['start']))
    return told[:max(3, math.ceil(words * SHARE))]


def system_of(timeline, text):
    places = Places(timeline, text)
    chosen = salient(timeline, len(text.split()))
    return {'events': [places.span(trigger_of(e)) for e in chosen],
            'before': before_pairs(chosen, timeline.get('relations', []))}


def system_with_gold(timeline, text, spans):
    places = Places(timeline, text)
    chosen = []
    for span in spans:
        here = [e for e in timeline['events'] if e['kind'] != 'deadline'
                and any(x.get('role') == 'trigger' and overlap(places.span(x), span) for x in e['evidence'])]
        chosen.append(here[0] if here else None)
    return {'events': spans, 'before': before_pairs(chosen, timeline.get('relations', []))}


def measure(program, keep=None):
    folder = data_folder() / 'stories' / 'timeset-dev' / 'dev'
    texts = {p.stem: p.read_text(encoding='utf-8') for p in sorted(folder.glob('*.txt'))}
    timelines = read_all(program, [(t, published(t)) for t in texts.values()])
    for given in (False, True):
        with tempfile.TemporaryDirectory() as temporary:
            out = pathlib.Path((keep + str(int(given))) if keep else temporary)
            out.mkdir(exist_ok=True)
            for (stem, text), timeline in zip(texts.items(), timelines):
                spans = gold_spans(folder / (stem + '.ann'))
                found = system_with_gold(timeline, text, spans) if given else system_of(timeline, text)
                (out / (stem + '.json')).write_text(json.dumps(found))
            print('gold events' if given else 'own events')
            print(subprocess.run([sys.executable, score_folder() / 'timeset_score.py', folder, out],
                                 capture_output=True, text=True).stdout, end='')
