"""Who says what, against PolNeAR: spans of source, cue and content. The rows of polnear_score.py, and
the share of direct quotations that have their speaker."""
import json
import pathlib
import subprocess
import sys
import tempfile

from reading import Places, data_folder, overlap, read_all, score_folder

MARKS = '“"'


def attributions(timeline, places):
    """x-attributions of the document, outermost ones, or else what the events tell of sources."""
    document = timeline['documents'][0] if timeline['documents'] else {}
    if 'x-attributions' in document:
        for one in document['x-attributions']:
            if one.get('source') and not one.get('nested'):  # the gold has one for each word
                yield {k: [s for s in map(places.span, one.get(k, [])) if s]
                       for k in ('source', 'cue', 'content')}
        return
    yield from of_events(timeline, places)


def of_events(timeline, places):
    """One attribution for each statement: its content is the clauses of the events under it."""
    mentions = {e['id']: e.get('mentions', []) for e in timeline['entities']}
    events = {e['id']: e for e in timeline['events']}
    grouped = {}
    for event in timeline['events']:
        clauses = [e for e in event['evidence'] if e.get('role', 'support') == 'support']
        for claim in event.get('attribution', [])[:1]:
            saying = events.get(claim.get('event'))
            at = (trigger_of_any(saying) if saying else clauses[0] if clauses else event['evidence'][0])
            one = grouped.setdefault((claim['source'], at['start']), {'source': [], 'cue': [], 'content': []})
            one['content'] += [places.span(c) for c in clauses]
            if saying:
                one['cue'] = [places.span(at)]
            near = sorted(mentions.get(claim['source'], []), key=lambda m: abs(m['start'] - at['start']))
            one['source'] = [places.span(m) for m in near[:1]]
    for one in grouped.values():
        yield {k: [s for s in v if s] for k, v in one.items()}


def trigger_of_any(event):
    return next((e for e in event['evidence'] if e.get('role') == 'trigger'), event['evidence'][0])


def gold_of(path):
    terms, found = {}, []
    for line in path.read_text(encoding='utf-8').splitlines():
        parts = line.split('\t')
        if line.startswith('T'):
            kind, spans = parts[1].split(' ', 1)
            terms[parts[0]] = [list(map(int, s.split())) for s in spans.split(';')]
        elif line.startswith('E'):
            one = {'source': [], 'cue': [], 'content': []}
            for role in parts[1].split():
                key, ref = role.split(':')
                key = key.rstrip('0123456789').lower()
                if key in one and ref in terms:
                    one[key] += terms[ref]
            found.append(one)
    return found


def quoted_with_speaker(gold, system, text):
    hit = total = 0
    for one in gold:
        spans = one['content']
        if not one['source'] or not spans or not any(text[b] in MARKS or text[b - 1:b] in MARKS for b, _ in spans):
            continue
        total += 1
        quoted = [s for s in spans if text[s[0]] in MARKS or text[s[0] - 1:s[0]] in MARKS]
        hit += any(any(overlap(c, q) for c in mine['content'] for q in quoted)
                   and any(overlap(a, b) for a in mine['source'] for b in one['source']) for mine in system)
    return hit, total


def measure(program, keep=None):
    folder = data_folder() / 'stories' / 'polnear-dev' / 'dev'
    texts = {p.stem: p.read_text(encoding='utf-8') for p in sorted((folder / 'text').glob('*.txt'))}
    timelines = dict(zip(texts, read_all(program, [(text, None) for text in texts.values()])))
    hit = total = 0
    with tempfile.TemporaryDirectory() as temporary:
        out = pathlib.Path(keep or temporary)
        out.mkdir(exist_ok=True)
        for path in sorted((folder / 'attributions').glob('*.ann')):
            stem = path.stem.rsplit('_', 1)[0]
            timeline, text = timelines[stem], texts[stem]
            found = list(attributions(timeline, Places(timeline, text)))
            (out / (path.stem + '.json')).write_text(json.dumps(found))
            h, t = quoted_with_speaker(gold_of(path), found, text)
            hit, total = hit + h, total + t
        print(subprocess.run([sys.executable, score_folder() / 'polnear_score.py', folder, out],
                             capture_output=True, text=True).stdout, end='')
    print('quoted content with its speaker: %.1f of %d' % (100 * hit / max(1, total), total))
