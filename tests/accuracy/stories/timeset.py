"""Salient events of single articles and what came before what, against TimeSET, by timeset_score.py.
Salient are the most important ones, about as many as the gold has; they stand where prose first tells
of them, as the gold marks no headlines. With gold events: its spans are given. What came before what
is the presumed order of the story (x-event-mentions), which follows the dates that the text tells."""
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile

from reading import Places, data_folder, overlap, read_all, score_folder

SHARE = 0.02  # of events among words: between the 6 in 400 of the whole gold and the 10 in 350 of this part
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


def before_pairs(spans, timeline, places):
    """Of spans, by the order of the mentions in them."""
    mentions = timeline['documents'][0].get('x-event-mentions', []) if timeline['documents'] else []
    told = [(places.span(m), m['order']) for m in mentions]
    order = [next((o for s, o in told if s and overlap(s, span)), None) for span in spans]
    return [(i, j) for i, a in enumerate(order) for j, b in enumerate(order)
            if a is not None and b is not None and a < b]


def prose_trigger(event, headline_end):
    """The first words in prose that tell of an event; None if only the headline does."""
    triggers = [e for e in event['evidence'] if e.get('role') == 'trigger' and e['start'] >= headline_end]
    return min(triggers, key=lambda e: e['start'], default=None)


def salient(timeline, words, headline_end):
    told = [(e, prose_trigger(e, headline_end)) for e in timeline['events'] if e['kind'] in ('event', 'statement')]
    told = [(e, t) for e, t in told if t]
    told.sort(key=lambda pair: (-pair[0].get('importance', 0), pair[1]['start']))
    return [t for _, t in told[:max(3, math.ceil(words * SHARE))]]


def system_of(timeline, text):
    places = Places(timeline, text)
    headline_end = places.text.find('\n') + 1
    spans = [places.span(t) for t in salient(timeline, len(text.split()), headline_end)]
    return {'events': spans, 'before': before_pairs(spans, timeline, places)}


def system_with_gold(timeline, text, spans):
    return {'events': spans, 'before': before_pairs(spans, timeline, Places(timeline, text))}


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
