#!/usr/bin/env python3
"""Compares how outlets tell one story: what several of them tell, what only one does, and where
they contradict each other.

    dateline build samples/articles/bridge-*.txt --to json > bridge.json
    python3 samples/python/compare_outlets.py bridge.json

Shows: how evidence leads from an event to its articles, and what relations between events say.
Read what_is_threatened.py first.
"""
import json
import sys


def outlet_of(document):
    return document.get('publisher') or document['title']


def told_by(event, outlets):
    return sorted({outlets[evidence['document']] for evidence in event['evidence']})


def line_of(event):
    return f'  {event["when"].get("display", event["when"]["edtf"])}: {event["title"]}'


def print_events(timeline, outlets):
    shared = [e for e in timeline['events'] if len(told_by(e, outlets)) > 1]
    print(f'Told by several ({len(shared)})')
    for event in shared:
        print(line_of(event), '-', ', '.join(told_by(event, outlets)))
    for outlet in sorted(set(outlets.values())):
        alone = [e for e in timeline['events'] if told_by(e, outlets) == [outlet]]
        print(f'Only in {outlet} ({len(alone)})')
        for event in alone:
            print(line_of(event))


def account_of(event, outlets):
    """One side of a relation, such as: Coast Wire: Corvin Lines refuses to pay (denied)"""
    return f'{", ".join(told_by(event, outlets))}: {event["title"]} ({event["factuality"]["value"]})'


def print_relations(timeline, outlets):
    events = {event['id']: event for event in timeline['events']}
    for relation in timeline.get('relations', []):
        if relation['type'] in ('contradicts', 'updates', 'corroborates'):
            print(account_of(events[relation['source']], outlets))
            print(f'  {relation["type"]} {account_of(events[relation["target"]], outlets)}')


def main(path):
    with open(path, encoding='utf-8') as file:
        timeline = json.load(file)
    outlets = {document['id']: outlet_of(document) for document in timeline['documents']}
    print_events(timeline, outlets)
    print_relations(timeline, outlets)


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
