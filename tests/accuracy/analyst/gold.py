#!/usr/bin/env python3
"""Compiles hand-written annotation (a spec) and its article into analyst gold.

    gold.py [BASE] [SLUG ...]    BASE/spec/SLUG.spec + BASE/articles/SLUG.txt -> BASE/gold/SLUG.json

BASE is the folder of this file unless given; without a slug all specs are compiled. SPEC.md tells
the form of a spec. An error names the file and the line; a file with an error is not written, and
the exit code is then 1."""
import datetime
import json
import os
import sys

from gold_spec import (FIELDS, SpecError, check, find, last_day, matched, mentions, parts, read,
                       when, word)

ENTITY_TYPES = 'person organization place group state role work occasion other'.split()
ROLES = ('agent patient recipient speaker addressee beneficiary instrument attendee topic '
         'other').split()
FACTS = ('asserted probable possible scheduled requested conditional counterfactual denied '
         'unknown').split()
FORCES = 'obligation advice horizon scheduled-end'.split()
STATUSES = 'open met missed moved withdrawn unknown'.split()
MUST_NOT = {'factuality': 'event value', 'own_voice': 'event', 'entities_merged': 'a b',
            'date_absent': 'date event?', 'deadline_absent': 'date',
            'deadline_force': 'deadline value', 'deadline_bound': 'deadline entity',
            'attributed': 'event entity', 'participant': 'event entity role',
            'no_event_in': 'text', 'entity_absent': 'name'}
BLOCKS = list(FIELDS) + ['timex', 'not', 'debatable', 'merge_ok']


def given(**members):
    """Only the members that say something: empty ones are left out of the gold."""
    return {k: v for k, v in members.items() if v}


class Compiler:
    """Grows the gold block by block; ids may be used before their block."""

    def __init__(self, slug, text, header, blocks):
        self.text = text
        self.gold = dict(format='dateline-analyst-gold', version='1', slug=slug, **header,
                         article='articles/%s.txt' % slug, characters=len(text),
                         words=len(text.split()), entities=[], events=[], deadlines=[],
                         timexes=[], must_not=[], debatable=[])
        self.ids = {k: [head.split()[1] for _, head, _ in blocks if word(head) == k]
                    for k in FIELDS}
        twice = [x for ids in self.ids.values() for x in ids if ids.count(x) > 1]
        if twice:
            raise SpecError('the id “%s” is there twice' % twice[0])

    def entities(self, value, sep):
        """A chain or set of entity ids; “-” is the empty one."""
        names = [] if value == '-' else parts(value, sep)
        return [check(x, self.ids['entity'], 'entity') for x in names]

    def alternatives(self, line, sep):
        return [self.entities(x, sep) for x in parts(line, ';')]

    def involved(self, item):
        role, _, name = item.lstrip('?').rpartition('=')
        return dict(entity=check(name, self.ids['entity'], 'entity'),
                    **given(role=role and check(role, ROLES, 'role'), optional=item[0] == '?'))

    def entity(self, head, f):
        ident, types, name, anonymous = matched(
            r'entity (\S+) (\S+) (.+?)( anonymous)?', head,
            '“entity ID TYPE[/TYPE] Name [anonymous]”').groups()
        first, *others = [check(t, ENTITY_TYPES, 'type') for t in types.split('/')]
        spans = mentions(self.text, f.get('mentions', ''))
        names = [name] + [m['text'] for m in spans if 'pronoun' not in m]
        self.gold['entities'].append(dict(
            id=ident, type=first, name=name, **given(anonymous=bool(anonymous), type_alt=others),
            mentions=spans, aliases=list(dict.fromkeys(names + parts(f.get('aliases', ''), '|')))))

    def fact(self, value):
        return dict(value=check(value.rstrip('-'), FACTS, 'factuality'),
                    polarity='negative' if value.endswith('-') else 'positive')

    def event(self, head, f):
        core, ident, kind = matched(
            r'event(!?) (\S+)(?: (state|statement|reporting))?', head,
            '“event[!] ID [state|statement|reporting]”').groups()
        first, *others = [when(w) for w in parts(f['when'], ';')]
        source, *sources = self.alternatives(f.get('from', '-'), '>')
        condition = f.get('condition') and check(f['condition'], self.ids['event'], 'event')
        self.gold['events'].append(dict(
            id=ident, core=bool(core),
            kind='statement' if kind == 'reporting' else kind or 'event',
            mentions=mentions(self.text, f['mentions']), **given(reporting=kind == 'reporting'),
            when=dict(first, alternatives=others),
            factuality=[self.fact(w) for w in parts(f.get('fact', 'asserted'), ';')],
            participants=[self.involved(x) for x in f.get('who', '').split()],
            places=[self.involved(x) for x in f.get('where', '').split()], attribution=source,
            **given(attribution_alternatives=sources, note=f.get('note'), condition=condition)))

    def deadline(self, head, f):
        optional, ident = matched(r'deadline(\??) (\S+)', head, '“deadline[?] ID”').groups()

        def checked(key, allowed):
            return [check(x, allowed, key) for x in parts(f[key], ';')] if key in f else []
        self.gold['deadlines'].append(dict(
            id=ident, by=[dict(edtf=b, last_day=last_day(b)) for b in parts(f['by'], ';')],
            force=checked('force', FORCES), bound=self.alternatives(f.get('bound', '-'), '+'),
            set_by=self.alternatives(f.get('set_by', '-'), '+'),
            action=checked('action', self.ids['event']),
            inclusive=[x == 'true' for x in parts(f.get('inclusive', 'true'), ';')],
            spans=mentions(self.text, f['spans']), **given(
                optional=bool(optional), status=checked('status', STATUSES), note=f.get('note'))))

    def timex(self, head, f):
        optional, words, kind, values = matched(
            r'timex(\??) (.+) = (DATE|TIME|DURATION|SET) (.+)', head,
            '“timex[?] words = DATE|TIME|DURATION|SET VALUE [; VALUE]”').groups()
        first, *others = parts(values, ';')
        for m in mentions(self.text, words):
            self.gold['timexes'].append(dict(m, type=kind, value=first, **given(
                value_alternatives=others, optional=bool(optional))))

    def must_not(self, head, f):
        kind, rest = matched(r'not (\S+) (.+)', head, '“not TYPE VALUES”').groups()
        names = MUST_NOT[check(kind, MUST_NOT, 'must-not')].split()
        values = [rest] if len(names) == 1 else rest.split()
        if not sum(not n.endswith('?') for n in names) <= len(values) <= len(names):
            raise SpecError('“not %s” needs: %s' % (kind, MUST_NOT[kind]))
        m = {n.rstrip('?'): v for n, v in zip(names, values)}
        allowed = dict(self.ids, a=self.ids['entity'], b=self.ids['entity'], role=ROLES,
                       value=FORCES if kind == 'deadline_force' else FACTS)
        for key in m:
            check(m[key], allowed.get(key, [m[key]]), key)
        datetime.date.fromisoformat(m.get('date', '2000-01-01'))
        if kind == 'no_event_in':
            start, end = find(self.text, rest)[0]
            m = dict(start=start, end=end, text=self.text[start:end])
        self.gold['must_not'].append(dict(type=kind, **m))

    def debatable(self, head, f):
        self.gold['debatable'].append(head.split(None, 1)[1])

    def merge_ok(self, head, f):
        self.gold.setdefault('merge_ok', []).append(self.entities(head.split(None, 1)[1], ' '))

    def add(self, line, head, fields):
        try:
            name = check(word(head), BLOCKS, 'block')
            getattr(self, 'must_not' if name == 'not' else name)(head, fields)
        except KeyError as error:
            raise SpecError('line %d: the field %s is missing' % (line, error))
        except (SpecError, ValueError) as error:
            raise SpecError('line %d: %s' % (line, error))


def compiled(base, slug):
    with open(os.path.join(base, 'articles', slug + '.txt'), encoding='utf-8') as article:
        text = article.read()
    header, blocks = read(os.path.join(base, 'spec', slug + '.spec'))
    compiler = Compiler(slug, text, header, blocks)
    for block in blocks:
        compiler.add(*block)
    compiler.gold['timexes'].sort(key=lambda t: t['start'])
    return compiler.gold


def main():
    args = sys.argv[1:]
    here = os.path.dirname(os.path.abspath(__file__))
    base = args.pop(0) if args and os.path.isdir(args[0]) else here
    specs = [f[:-5] for f in os.listdir(os.path.join(base, 'spec')) if f.endswith('.spec')]
    failed = False
    for slug in args or sorted(specs):
        try:
            gold = compiled(base, slug)
        except (SpecError, OSError) as error:
            failed = True
            print('%s: %s' % (slug, error), file=sys.stderr)
            continue
        with open(os.path.join(base, 'gold', slug + '.json'), 'w', encoding='utf-8') as out:
            json.dump(gold, out, ensure_ascii=False, indent=1)
            out.write('\n')
        lists = ['%d %s' % (len(v), k) for k, v in gold.items() if isinstance(v, list)]
        print('%s: %d words, %s' % (slug, gold['words'], ', '.join(lists)))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
