#!/usr/bin/env python3
"""Holds a timeline to what a reader of its article would say. Whatever the titles become, these
must stand:

    dateline build ARTICLE --to json | told.py TRUTHS [--accept]

TRUTHS has one a line: a mark, a date, a value, a trigger word, words of the sentence, and perhaps
who says so (says), who takes part (who), whom a deadline binds (bound) and who set it (set).

    + 2022-02-12 asserted spoke | Joe Biden spoke | who Putin
    ~ 2022-02-20 horizon * | before the Winter Olympics
    - * asserted plans | it plans an invasion

    + is told      ~ is true, but not told yet
    - is not told  ! is not true, but told still

The date is EDTF; `*` is any, `?` none. The value of a deadline is its force, and its trigger `*`.
"not-asserted" is asserted with negative polarity. A trigger of two words has `_` between them.
Prints each + that is not told and each - that is. With --accept, each ~ that is told becomes a +,
and each ! that is not a -.
"""
import json
import pathlib
import re
import sys

LINE = re.compile(r'([-+~!]) (\S+) (\S+) (\S+) \| (.*)')


def date_fits(when, wanted):
    if wanted == '?':
        return 'earliest' not in when and 'latest' not in when
    return wanted in ('*', when['edtf'])


def value_of(event):
    if 'deadline' in event:
        return event['deadline']['force']
    factuality = event['factuality']
    return ('not-' if factuality.get('polarity') == 'negative' else '') + factuality['value']


def sentences(event, trigger, texts):
    """The sentences in which the trigger, or for `*` any evidence, stands."""
    for evidence in event['evidence']:
        if trigger not in ('*', evidence['quote']):
            continue
        if trigger != '*' and evidence.get('role') != 'trigger':
            continue
        start, end = evidence.get('sentence', (evidence['start'], evidence['end']))
        yield texts[evidence['document']][start:end]


def people_fit(event, conditions, names):
    people = {'says': [claim['source'] for claim in event.get('attribution', [])],
              'who': [one['entity'] for one in event.get('participants', [])],
              'bound': event.get('deadline', {}).get('bound', []),
              'set': event.get('deadline', {}).get('set_by', [])}
    for condition in conditions:
        part, name = condition.split(' ', 1)
        if not any(name in names[entity] for entity in people[part]):
            return False
    return True


def is_told(line, timeline):
    _, when, value, trigger, rest = LINE.fullmatch(line).groups()
    trigger = trigger.replace('_', ' ')
    words, *conditions = [part.strip() for part in rest.split(' | ')]
    texts = {document['id']: document['text'] for document in timeline['documents']}
    names = {entity['id']: ' / '.join([entity['name'], *entity.get('aliases', [])])
             for entity in timeline['entities']}
    return any(date_fits(event['when'], when) and value_of(event) == value
               and people_fit(event, conditions, names)
               and any(words in sentence for sentence in sentences(event, trigger, texts))
               for event in timeline['events'])


WRONG = {('+', False): 'not told', ('-', True): 'told, but wrong'}
BETTER = {('~', True): '+', ('!', False): '-'}


def main(path, accept):
    timeline = json.load(sys.stdin)
    lines = path.read_text(encoding='utf-8').splitlines()
    for i, line in enumerate(lines):
        if not line or line.startswith('#'):
            continue
        if not LINE.fullmatch(line):
            sys.exit(f'{path}:{i + 1}: not a truth: {line}')
        state = (line[0], is_told(line, timeline))
        if state in WRONG:
            print(f'{WRONG[state]}: {line}')
        if state in BETTER:
            print(f'better now: {line}', file=sys.stderr)
            lines[i] = BETTER[state] + line[1:]
    if accept:
        path.write_text('\n'.join(lines) + '\n', encoding='utf-8')


if __name__ == '__main__':
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]), '--accept' in sys.argv[2:])
