"""Types and actors of single sentences, against half of PLOVER's gold records, by plover_score.py.
One record a sentence: its most important event with a tag of PLOVER, and its actors by x-country."""
import json
import subprocess
import sys
import tempfile

from reading import data_folder, read_all, score_folder

SOURCES = 'agent', 'speaker'
TARGETS = 'patient', 'recipient', 'addressee', 'beneficiary', 'topic', 'other'
TAG = 'plover:'
TOGETHER = 'AGREE', 'CONSULT', 'RETREAT', 'COOPERATE', 'MOBILIZE'  # may have no target
UNIONS = {'IGO': ('united nations', 'u.n.', 'un', 'nato', 'european', 'security council', 'arab league', 'eu', 'imf',
                  'red cross', 'african union', 'world health', 'world food', 'international')}


def country_of(entity):
    code = entity.get('x-country')
    words = entity.get('name', '').lower()
    return code or next((c for c, names in UNIONS.items() if any(n in words for n in names)), None)


def countries_of(event, roles, entities):
    """ISO 3166 codes of the actors in these roles."""
    found = []
    for participant in event.get('participants', []):
        code = country_of(entities.get(participant['entity'], {}))
        if participant['role'] in roles and code and code not in found:
            found.append(code)
    return found


def around(event, timeline):
    """Countries in the clause of an event, in order of the text."""
    clauses = [e for e in event['evidence'] if e.get('role', 'support') == 'support']
    found = sorted((m['start'], country_of(e)) for e in timeline['entities'] for m in e.get('mentions', [])
                   if country_of(e) and any(c['start'] <= m['start'] < c['end'] for c in clauses))
    return list(dict.fromkeys(code for _, code in found))


def record_of(identity, timeline):
    """The most important event that has a code; of those as important, the first."""
    entities = {e['id']: e for e in timeline['entities']}
    best = None
    for event in timeline['events']:
        codes = [t[len(TAG):] for t in event.get('tags', []) if t.startswith(TAG)]
        if not codes or event.get('kind') == 'deadline':
            continue
        rank = -event.get('importance', 0), event['evidence'][0]['start']
        if not best or rank < best[0]:
            best = rank, codes[0], event
    if not best:
        return None
    _, kind, event = best
    source, target = countries_of(event, SOURCES, entities), countries_of(event, TARGETS, entities)
    says = [country_of(entities[c['source']]) for c in event.get('attribution', [])[:1] if c['source'] in entities]
    if event['factuality']['value'] == 'requested' and says and says[0]:  # who asks whom to act
        source, target = says, source
    near = around(event, timeline)
    source = source or near[:1]
    target = [t for t in target if t not in source] or [c for c in near if c not in source][:1]
    if not target and kind not in TOGETHER:
        target = source  # parties of one country
    return {'id': identity, 'event': kind, 'source': source, 'target': target}


def measure(program, keep=None):
    gold = data_folder() / 'stories' / 'plover-half' / 'plover-dev.json'
    rows = [r for r in json.loads(gold.read_text(encoding='utf-8')) if r['event'] != 'DOCUMENT']
    timelines = read_all(program, [(r['text'], r['date']) for r in rows])
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl') as temporary:
        out = open(keep, 'w') if keep else temporary
        for row, timeline in zip(rows, timelines):
            if record := record_of(row['id'], timeline):
                print(json.dumps(record), file=out)
        out.flush()
        print(subprocess.run([sys.executable, score_folder() / 'plover_score.py', gold, out.name],
                             capture_output=True, text=True).stdout, end='')
