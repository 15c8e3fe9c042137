"""Factuality of events and who takes part in them, against MEANTIME (Apple): the headline and sentences
1 to 5, which is how far its layers go.

Classes are certainty, polarity and time together, as x-event-mentions tells them; macro-F1 is over those
with five events or more. An event of the gold that was not found counts against recall of its class."""
import collections
import xml.etree.ElementTree

from reading import Places, data_folder, overlap, read_all, told, trigger_of

LAST_SENTENCE = 5
FEWEST = 5  # events of a class that is scored
CLOSE = {'.', ',', ';', ':', '?', '!', ')', '%', "'s", "'", '”', ']', "n't", '’s'}
MARKS = {'``': '“', "''": '”'}


class Article:
    def __init__(self, path):
        root = xml.etree.ElementTree.parse(path).getroot()
        self.spans, self.sentence, text, before = {}, {}, '', None
        for token in root.iter('token'):
            name, at, form = token.get('t_id'), int(token.get('sentence')), token.text or ''
            form = MARKS.get(form, form)
            if before is None or at != before:
                text += '' if before is None else '\n\n' if before < 2 else ' '
            elif form not in CLOSE and text[-1] not in '($“[':
                text += ' '
            self.spans[name] = [len(text), len(text) + len(form)]
            self.sentence[name] = before = at
            text += form
        self.text = text
        self.published = next((t.get('value') for t in root.iter('TIMEX3')
                               if t.get('functionInDocument') == 'CREATION_TIME'), None)
        self.marks = {}
        for mark in root.find('Markables'):
            tokens = [t.get('t_id') for t in mark.iter('token_anchor')]
            if tokens and self.sentence[tokens[0]] <= LAST_SENTENCE:
                span = [self.spans[tokens[0]][0], self.spans[tokens[-1]][1]]
                self.marks[mark.get('m_id')] = (mark, span)
        self.roles = [(r.find('source').get('m_id'), r.find('target').get('m_id'), r.get('sem_role'))
                      for r in root.iter('HAS_PARTICIPANT')]
        inside = [self.spans[t][1] for t, s in self.sentence.items() if s <= LAST_SENTENCE]
        self.end = max(inside)

    def events(self):
        return {m: (mark, span) for m, (mark, span) in self.marks.items() if mark.tag == 'EVENT_MENTION'}


def gold_class(mark):
    known = mark.get('certainty'), mark.get('polarity'), mark.get('time')
    if not all(known) or 'UNDERSPECIFIED' in known:
        return None
    return ('CERTAIN' if known[0] == 'CERTAIN' else 'NON_CERTAIN', *known[1:])


def own_class(mention):
    return ('NON_CERTAIN' if mention.get('uncertain') else 'CERTAIN', 'NEG' if mention.get('negative') else 'POS',
            'FUTURE' if mention.get('ahead') else 'NON_FUTURE')


def find_own(article, timeline):
    """Event mentions by their spans, and events by those of their triggers."""
    places = Places(timeline, article.text)
    told = timeline['documents'][0].get('x-event-mentions', []) if timeline['documents'] else []
    told = [(span, m) for m in told if (span := places.span(m)) and span[0] < article.end]
    found = []
    for event in timeline['events']:
        if event['kind'] == 'deadline':
            continue
        for evidence in event['evidence']:
            span = places.span(evidence) if evidence.get('role') == 'trigger' else None
            if span and span[0] < article.end:
                found.append((span, event))
    mentions = {e['id']: [s for s in map(places.span, e.get('mentions', [])) if s] for e in timeline['entities']}
    return told, found, mentions


def measure(program, keep=None):
    folder = data_folder() / 'stories' / 'meantime-apple' / 'intra-doc'
    articles = [Article(p) for p in sorted(folder.glob('*.xml'))]
    timelines = read_all(program, [(a.text, a.published) for a in articles])
    hits, system, gold = collections.Counter(), collections.Counter(), collections.Counter()
    seen = pairs = own_pairs = gold_pairs = own_events = right = rightly_named = both = 0
    for article, timeline in zip(articles, timelines):
        told_mentions, found, mentions = find_own(article, timeline)
        own_events += len(told_mentions)
        match = {}
        for mark, (element, span) in article.events().items():
            events = [event for s, event in found if overlap(s, span)]
            if events:
                match[mark] = events[0]
            here = [m for s, m in told_mentions if overlap(s, span)]
            wanted = gold_class(element)
            seen += bool(here)
            if not wanted:
                continue
            gold[wanted] += 1
            if here:
                given = own_class(here[0])
                system[given] += 1
                hits[given] += given == wanted
                both += 1
                right += given == wanted
                if keep and given != wanted:
                    print(article.text[max(0, span[0] - 70):span[1] + 50].replace('\n', ' '), '|',
                          article.text[span[0]:span[1]], wanted, given)
        roles = [(e, t) for e, t, role in article.roles if e in match and t in article.marks and role != 'Argm-OTHER']
        gold_pairs += len([1 for e, t, role in article.roles if e in article.events() and t in article.marks
                           and role != 'Argm-OTHER'])
        used = {id(m): m for m in match.values()}
        for event in used.values():
            trigger = [k for k, m in match.items() if m is event]
            actors = [p['entity'] for p in event.get('participants', []) + event.get('places', [])]
            own_pairs += len(actors)
            for actor in actors:
                spans = mentions.get(actor, [])
                ok = any(e in trigger and any(overlap(article.marks[t][1], s) for s in spans) for e, t in roles)
                rightly_named += ok
        for e, t in roles:
            actors = [p['entity'] for p in match[e].get('participants', []) + match[e].get('places', [])]
            pairs += any(overlap(article.marks[t][1], s) for a in actors for s in mentions.get(a, []))
    print('events found: %d of %d, own %d; class right of those found %.1f' % (
        seen, sum(len(a.events()) for a in articles), own_events, 100 * right / max(1, both)))
    scores = []
    for name in sorted(gold, key=lambda n: -gold[n]):
        line = told(' '.join(name), hits[name], system[name], gold[name])
        found_f1 = 2 * hits[name] / (system[name] + gold[name])
        if gold[name] >= FEWEST:
            scores.append(found_f1)
        print(line)
    print('factuality macro-F1 of %d classes: %.1f' % (len(scores), 100 * sum(scores) / len(scores)))
    p, r = rightly_named / max(1, own_pairs), pairs / max(1, gold_pairs)
    print('participants: P %.1f R %.1f F1 %.1f (%d found, %d gold)' % (
        100 * p, 100 * r, 200 * p * r / max(1e-9, p + r), own_pairs, gold_pairs))
