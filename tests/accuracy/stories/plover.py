"""Types and actors of single sentences, against half of PLOVER's gold records, by plover_score.py.
One record a sentence: its most important event that has a type of PLOVER."""
import json
import subprocess
import sys
import tempfile

from reading import data_folder, read_all, score_folder

SOURCES, TARGETS = ('agent', 'speaker'), ('patient', 'recipient', 'addressee', 'beneficiary', 'topic')
# Types of this program and PLOVER's, where events bear no x-plover.
TYPES = {'agreement': 'AGREE', 'pledge': 'AGREE', 'meeting': 'CONSULT', 'visit': 'CONSULT', 'talks': 'CONSULT',
         'aid': 'AID', 'request': 'DEMAND', 'order': 'DEMAND', 'rejection': 'REJECT', 'refusal': 'REJECT',
         'threat': 'THREATEN', 'warning': 'THREATEN', 'protest': 'PROTEST', 'strike': 'PROTEST',
         'accusation': 'DISAPPROVE', 'attack': 'ASSAULT', 'death': 'ASSAULT', 'battle': 'FIGHT',
         'arrest': 'COERCE', 'ban': 'COERCE', 'sanction': 'SANCTION', 'sanctions': 'SANCTION',
         'investigation': 'INVESTIGATE', 'withdrawal': 'RETREAT', 'resignation': 'RETREAT',
         'mobilization': 'MOBILIZE', 'deployment': 'MOBILIZE', 'statement': None}


def countries_of(event, roles, entities):
    """ISO 3166 codes of the actors in these roles."""
    found = []
    for participant in event.get('participants', []):
        entity = entities.get(participant['entity'], {})
        code = entity.get('x-country')
        if participant['role'] in roles and code and code not in found:
            found.append(code)
    return found


def record_of(identity, timeline):
    entities = {e['id']: e for e in timeline['entities']}
    best = None
    for event in timeline['events']:
        kind = event.get('x-plover') or TYPES.get(event['type'])
        if kind and event['kind'] != 'deadline' and (not best or event.get('importance', 0) > best[0]):
            best = event.get('importance', 0), kind, event
    if not best:
        return None
    _, kind, event = best
    return {'id': identity, 'event': kind, 'source': countries_of(event, SOURCES, entities),
            'target': countries_of(event, TARGETS, entities)}


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
