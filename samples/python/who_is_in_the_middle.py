#!/usr/bin/env python3
"""Shows who is in the middle of a story: with how many others each person, organisation or place
shares events, and in how many pairs of an event and another. Uses networkx where it is installed (betweenness then
comes with it) and counts for itself where it is not.

    dateline build samples/articles --to graph-json > graph.json
    python3 samples/python/who_is_in_the_middle.py graph.json

Shows: the graph of entities and events as nodes and links. Read what_is_threatened.py first.
"""
import collections
import json
import sys

try:
    import networkx
except ImportError:
    networkx = None

MOST = 10


def ties_of(graph):
    """For each two entities, how many events have both in them."""
    entities = {node['id'] for node in graph['nodes'] if node['kind'] == 'entity'}
    actors_of = collections.defaultdict(set)
    for link in graph['links']:
        if link['target'] in entities and link['source'] not in entities:
            actors_of[link['source']].add(link['target'])
        elif link['source'] in entities and link['target'] not in entities:
            actors_of[link['target']].add(link['source'])
    ties = collections.Counter()
    for actors in actors_of.values():
        ordered = sorted(actors)
        ties.update((a, b) for i, a in enumerate(ordered) for b in ordered[i + 1:])
    return ties


def betweenness_of(ties):
    if networkx is None:
        return {}
    network = networkx.Graph()
    network.add_edges_from(ties)
    return networkx.betweenness_centrality(network)


def main(path):
    with open(path, encoding='utf-8') as file:
        graph = json.load(file)
    names = {node['id']: node['label'] for node in graph['nodes']}
    ties = ties_of(graph)
    partners, shared = collections.Counter(), collections.Counter()
    for (a, b), events in ties.items():
        partners.update((a, b))
        shared.update({a: events, b: events})
    middle = betweenness_of(ties)
    for entity in sorted(partners, key=lambda e: (-partners[e], -shared[e], names[e]))[:MOST]:
        extra = f', betweenness {middle[entity]:.3f}' if middle else ''
        print(f'{names[entity]}: with {partners[entity]} others, in {shared[entity]} pairs{extra}')


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
