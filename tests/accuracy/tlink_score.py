#!/usr/bin/env python3
"""Scores the TLINKs of TimeML files against a gold standard that relates every pair it looks at, such as TimeBank-Dense.

usage: tlink_score.py GOLD_DIR SYSTEM_DIR [--by-rule]

Events and times are matched by their first character, white space taken out; a pair of the gold standard whose ends the
system has not found, or has not related, counts as VAGUE. With VAGUE as a relation among the others precision, recall
and F1 are one figure: the share of pairs that are right. "ordered" leaves out what is VAGUE on either side.
--by-rule: how often the links of each rule (the attribute origin) are right, by gold relation.
"""
import argparse, collections, html, pathlib, re

TAG = re.compile(r'<(/?)(EVENT|TIMEX3)\b([^>]*)>|<[^>]*>', re.S)
SAME = {'IBEFORE': 'BEFORE', 'IAFTER': 'AFTER', 'BEGINS': 'IS_INCLUDED', 'ENDS': 'IS_INCLUDED', 'DURING': 'IS_INCLUDED',
        'BEGUN_BY': 'INCLUDES', 'ENDED_BY': 'INCLUDES', 'IDENTITY': 'SIMULTANEOUS', 'DURING_INV': 'INCLUDES',
        'NONE': 'VAGUE'}
INVERSE = {'BEFORE': 'AFTER', 'AFTER': 'BEFORE', 'INCLUDES': 'IS_INCLUDED', 'IS_INCLUDED': 'INCLUDES'}


def attributes(tag):
    return dict(re.findall(r'(\w+)\s*=\s*"([^"]*)"', tag))


def read(path):
    """{name: place} of events, times and the creation time, and [(place, place, relation, rule)]."""
    source = path.read_text(encoding='utf-8', errors='replace')
    places, squeezed = {}, 0
    creation = re.search(r'<TIMEX3([^>]*"CREATION_TIME"[^>]*)>', source)
    if creation:
        places[attributes(creation.group(1))['tid']] = 'DCT'
    body = re.search(r'<TEXT>(.*)</TEXT>', source, re.S).group(1)
    at = 0
    for tag in TAG.finditer(body):
        squeezed += len(re.sub(r'\s', '', html.unescape(body[at:tag.start()])))
        at = tag.end()
        if tag.group(2) and not tag.group(1):
            name = attributes(tag.group(3))
            places[name.get('eid') or name.get('tid')] = (tag.group(2), squeezed)
    for tag in re.findall(r'<MAKEINSTANCE\b([^>]*)>', source):
        instance = attributes(tag)
        if instance['eventID'] in places:
            places[instance['eiid']] = places[instance['eventID']]
    links = []
    for tag in re.findall(r'<TLINK\b([^>]*)>', source):
        link = attributes(tag)
        a = places.get(link.get('eventInstanceID') or link.get('timeID'))
        b = places.get(link.get('relatedToEventInstance') or link.get('relatedToTime'))
        if a and b and a != b:
            links.append((a, b, SAME.get(link['relType'], link['relType']), link.get('origin', '')))
    return links


def kind(a, b):
    return ''.join(sorted('D' if x == 'DCT' else x[0][0] for x in (a, b)))


def related(links):
    """The first relation told of each pair, both ways."""
    by_pair = {}
    for a, b, relation, rule in links:
        by_pair.setdefault((a, b), (relation, rule))
        by_pair.setdefault((b, a), (INVERSE.get(relation, relation), rule))
    return by_pair


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('gold')
    parser.add_argument('system')
    parser.add_argument('--by-rule', action='store_true')
    options = parser.parse_args()
    right, pairs = collections.Counter(), collections.Counter()
    ordered = collections.Counter()
    rules = collections.defaultdict(collections.Counter)
    for path in sorted(pathlib.Path(options.gold).rglob('*.tml')):
        system = related(read(pathlib.Path(options.system) / path.name))
        seen = set()
        for a, b, gold, _ in read(path):
            if (b, a) in seen or (a, b) in seen:
                continue
            seen.add((a, b))
            found, rule = system.get((a, b), ('VAGUE', ''))
            for row in (kind(a, b), 'all'):
                pairs[row] += 1
                right[row] += found == gold
            ordered['gold'] += gold != 'VAGUE'
            ordered['system'] += found != 'VAGUE'
            ordered['right'] += gold != 'VAGUE' and found == gold
            rules[(rule, kind(a, b), found)][gold] += 1
    if options.by_rule:
        for key, gold in sorted(rules.items(), key=lambda item: -sum(item[1].values())):
            print(f'{sum(gold.values()):6d}  {100 * gold[key[2]] / sum(gold.values()):5.1f} %', *key, dict(gold.most_common()))
    for row in ('DE', 'DT', 'ET', 'EE', 'TT', 'all'):
        print(f'{row:4} {100 * right[row] / max(1, pairs[row]):5.1f} of {pairs[row]}')
    precision = 100 * ordered['right'] / max(1, ordered['system'])
    recall = 100 * ordered['right'] / max(1, ordered['gold'])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f'ordered: P {precision:.1f} R {recall:.1f} F1 {f1:.1f}')


if __name__ == '__main__':
    main()
