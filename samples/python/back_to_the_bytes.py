#!/usr/bin/env python3
"""Follows one event back to the bytes of the file that it was read from, and shows them beside the
words that the timeline quotes. They differ where the article was HTML or damaged.

    dateline build samples/articles/damaged.txt --to json > damaged.json
    python3 samples/python/back_to_the_bytes.py damaged.json 'could rot'

Shows: how each quote is checked against the article's text (code points) and against the received
file (bytes, x-source-spans). Read what_is_threatened.py first.
"""
import json
import sys


def show(evidence, span, document):
    text = document.get('text')
    if text is not None:  # left out by --no-text
        assert text[evidence['start']:evidence['end']] == evidence['quote']
    print(f'  {evidence.get("role", "support")}, code points {evidence["start"]} to '
          f'{evidence["end"]}: "{evidence["quote"]}"')
    if not span or '#' in document.get('x-source', '#'):
        return  # the place is not known, or it is a record of an archive
    with open(document['x-source'], 'rb') as file:
        file.seek(span[0])
        print(f'    {document["x-source"]}, bytes {span[0]} to {span[1]}: '
              f'{file.read(span[1] - span[0])!r}')


def main(path, words):
    with open(path, encoding='utf-8') as file:
        timeline = json.load(file)
    documents = {document['id']: document for document in timeline['documents']}
    for event in timeline['events']:
        if words.lower() not in event['title'].lower():
            continue
        print(event['title'])
        spans = event.get('x-source-spans', [[]] * len(event['evidence']))
        for evidence, span in zip(event['evidence'], spans):
            show(evidence, span, documents[evidence['document']])


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
