#!/usr/bin/env python3
"""Holds the timeline of the seed article against its gold answer.

usage: seed_check.py SEED_DIR TIMELINE.json [UNDATED_TIMELINE.json]

Prints what of the gold's core events, deadlines and must-nots stands, and exits with 0 when the bars of
the main job are reached: 15 of the 20 core events, both deadlines, the call and the warning on their days,
no must-not. With a second timeline, made without a publication date, the day must be open with its
candidates.
"""
import json
import pathlib
import sys

CORE_BAR = 15


def repaired_offsets(raw, repairs):
    """Position in the raw text -> position in the repaired text."""
    table, out, i = [], 0, 0
    while i < len(raw):
        hit = next((r for r in repairs if raw.startswith(r['broken'], i)), None)
        step, put = (len(hit['broken']), len(hit['good'])) if hit else (1, 1)
        table += [out] * step
        i, out = i + step, out + put
    return table + [out]


def triggers(event):
    spans = [(e['start'], e['end']) for e in event['evidence'] if e.get('role') == 'trigger']
    return spans or [(e['start'], e['end']) for e in event['evidence']]


def overlaps(a, b):
    return a[0] < b[1] and b[0] < a[1]


class Check:
    def __init__(self, seed, timeline):
        self.gold = json.loads((seed / 'gold.json').read_text(encoding='utf-8'))
        raw = (seed / 'article.txt').read_text(encoding='utf-8')
        self.at = repaired_offsets(raw, self.gold['document']['encoding_damage']['repairs'])
        self.timeline = timeline
        self.names = {e['id']: e['name'] for e in timeline['entities']}
        text = timeline['documents'][0].get('text', '')
        self.shift = text.find('President Biden') - self.position(59)
        self.failures = []

    def position(self, raw_offset):
        return self.at[raw_offset]

    def span(self, mention):
        return (self.position(mention['start']) + self.shift, self.position(mention['end']) + self.shift)

    def found(self, gold_event):
        spans = [self.span(m) for m in gold_event.get('mentions') or [gold_event['trigger']]]
        return [e for e in self.timeline['events'] if e.get('kind') != 'deadline'
                and any(overlaps(t, s) for t in triggers(e) for s in spans)]

    def by_id(self, gold_id):
        return self.found(next(e for e in self.gold['events'] if e['id'] == gold_id))

    def expect(self, claim, holds):
        print(('ok    ' if holds else 'FAILS ') + claim)
        if not holds:
            self.failures.append(claim)

    def who(self, ids):
        return {self.names.get(i, i) for i in ids}

    def actors(self, event):
        return self.who(p['entity'] for p in event.get('participants', []))


def is_fact(event):
    f = event['factuality']
    return f['value'] == 'asserted' and f.get('polarity', 'positive') == 'positive'


def day(event):
    return event['when']['edtf'][:10]


def last_day(event):
    return event['when'].get('latest', '')[:10]


def check_core(check):
    core = [e for e in check.gold['events'] if e.get('core')]
    missed = [e['id'] for e in core if not check.found(e)]
    print(f'core events: {len(core) - len(missed)} of {len(core)}', 'missed:', *missed)
    check.expect(f'at least {CORE_BAR} core events', len(core) - len(missed) >= CORE_BAR)


def check_dates(check):
    calls = [e for e in check.by_id('ev-call') if day(e) == '2022-02-12'
             and {'Biden', 'Putin'} <= {n.split()[-1] for n in check.actors(e)}]
    check.expect('the call is on Feb. 12 with Biden and Putin', bool(calls))
    warnings = check.by_id('ev-warn')
    check.expect('the warning is on Feb. 11', any(day(e) == '2022-02-11' for e in warnings))
    told = warnings + check.by_id('ev-told')
    check.expect('neither warning nor order is on Feb. 12', all(day(e) != '2022-02-12' for e in told))


def check_deadlines(check):
    deadlines = [e for e in check.timeline['events'] if e.get('kind') == 'deadline']
    feb20 = [e for e in deadlines if '2022-02-20' in (day(e), last_day(e)) or last_day(e) == '2022-02-21']
    check.expect('Feb. 20 is a horizon that binds nobody',
                 any(e['deadline']['force'] == 'horizon' and not e['deadline'].get('bound') for e in feb20))
    check.expect('Feb. 20 is no obligation', not any(
        e['deadline']['force'] in ('obligation', 'advice') for e in feb20))
    leave = [e for e in deadlines if day(e) == '2022-02-13']
    check.expect('Feb. 13 is advice to Americans by Sullivan', any(
        e['deadline']['force'] == 'advice'
        and any('American' in n for n in check.who(e['deadline'].get('bound', [])))
        and any('Sullivan' in n for n in check.who(e['deadline'].get('set_by', []))) for e in leave))


def check_must_not(check):
    facts = {'no attack is a fact': 'ev-attack', 'no departure of Americans is a fact': 'ev-leave',
             'no decision to invade is a fact': 'ev-decision', 'no change is a fact': 'ev-no-change'}
    for claim, event in facts.items():
        check.expect(claim, not any(is_fact(e) for e in check.by_id(event)))
    text = check.timeline['documents'][0].get('text', '')
    check.expect('no furniture in the text', 'Leave a Reply' not in text and 'Get link' not in text)
    for e in check.timeline['entities']:
        words = [e['name']] + e.get('aliases', [])
        if any('official' in w.lower() for w in words) and any(
                n in w for w in words for n in ('Biden', 'Sullivan', 'Putin')):
            check.expect('the official is no named person', False)
        if 'border' in e['name'].lower() and e.get('coordinates'):
            check.expect('the border is no point', False)
    years = [e['when']['edtf'] for e in check.timeline['events'] if '-02-20' in e['when']['edtf']]
    check.expect('Feb. 20 is of 2022 only', all('2022-02-20' in y for y in years))
    actors = set().union(*[check.actors(e) for e in check.timeline['events']] or [set()])
    check.expect('reporters of the byline are no actors',
                 not any('Judd' in n or 'Fossum' in n for n in actors))


def check_undated(check, timeline):
    document = timeline['documents'][0]
    found = {c['edtf'] for c in document.get('x-published-candidates', [])}
    check.expect('without a date the day stays open', 'published' not in document)
    check.expect('its candidates are Feb. 5, 12 and 19',
                 {'2022-02-05', '2022-02-12', '2022-02-19'} <= found)


def main():
    seed = pathlib.Path(sys.argv[1])
    check = Check(seed, json.loads(pathlib.Path(sys.argv[2]).read_text(encoding='utf-8')))
    check_core(check)
    check_dates(check)
    check_deadlines(check)
    check_must_not(check)
    if len(sys.argv) > 3:
        check_undated(check, json.loads(pathlib.Path(sys.argv[3]).read_text(encoding='utf-8')))
    return 1 if check.failures else 0


if __name__ == '__main__':
    sys.exit(main())
