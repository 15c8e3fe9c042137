#!/usr/bin/env python3
"""Makes a table of who said what: speaker, day, verb, what was said, in which article. Tabs between
the columns, so that a spreadsheet opens it.

    python3 samples/python/who_said_what.py timeline.json > said.tsv

Shows: how attribution and entities hang together. Read what_is_threatened.py first.
"""
import csv
import json
import sys


def rows_of(timeline):
    entities = {entity['id']: entity for entity in timeline['entities']}
    documents = {document['id']: document for document in timeline['documents']}
    for event in timeline['events']:
        # Innermost first: "Tamm said that Brandauer had warned" gives Brandauer, then Tamm.
        for claim in event.get('attribution', []):
            speaker = entities[claim['source']]
            evidence = event['evidence'][0]
            yield [speaker['name'],
                   'unnamed' if speaker.get('anonymous') else '',
                   claim.get('when', {}).get('edtf', ''),
                   claim.get('verb', ''),
                   event['title'],
                   event['factuality']['value'],
                   documents[evidence['document']]['title']]


def main(path):
    with open(path, encoding='utf-8') as file:
        timeline = json.load(file)
    table = csv.writer(sys.stdout, delimiter='\t', lineterminator='\n')
    table.writerow(['speaker', 'unnamed', 'said on', 'verb', 'what', 'factuality', 'article'])
    table.writerows(sorted(rows_of(timeline)))


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
