#!/usr/bin/env python3
"""Lists what a timeline tells of that has not happened: threatened, planned, asked for or denied,
each with who says so and in which words.

    dateline build samples/articles --to json > timeline.json
    python3 samples/python/what_is_threatened.py timeline.json

Shows: how to read timeline.json with the standard library alone. Begin here.
"""
import json
import sys

HEADINGS = {
    'possible': 'Threatened or feared',
    'probable': 'Likely',
    'conditional': 'Only if something else happens',
    'scheduled': 'Planned',
    'requested': 'Asked for or ordered',
    'denied': 'Denied',
    'unknown': 'Not known',
}


def words_for(event):
    """The words of the article that tell of the event. Other evidence is for parts of it: the word
    that names it (role trigger), its time, its place."""
    support = [e for e in event['evidence'] if e.get('role', 'support') == 'support']
    return (support or event['evidence'])[0]['quote']


def sources_of(event, names):
    """Who says so; the article itself when nobody else does."""
    claims = event.get('attribution', [])
    return ' <- '.join(names[claim['source']] for claim in claims) or 'the article itself'


def main(path):
    with open(path, encoding='utf-8') as file:
        timeline = json.load(file)
    names = {entity['id']: entity['name'] for entity in timeline['entities']}
    for value, heading in HEADINGS.items():
        events = [e for e in timeline['events'] if e['factuality']['value'] == value]
        if events:
            print(f'{heading} ({len(events)})')
        for event in events:
            when = event['when'].get('display', event['when']['edtf'])
            print(f'  {when}: {event["title"]}')
            print(f'    {sources_of(event, names)}: "{words_for(event)}"')


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
