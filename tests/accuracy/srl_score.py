#!/usr/bin/env python3
"""Scores predicates and their arguments as PropBank's columns give them.

  srl_score.py TREES.conllu GOLD.tsv SYSTEM.tsv [--labels]      (or --selftest)

The columns are those of `dateline annotate --to srl`: id, form, roleset or "-", and one column for
each predicate with its arguments in brackets. Sentences are matched by their sent_id. The head of an
argument is the word of its span whose head in TREES lies outside; of several, the one nearest the
root. An argument is right if its predicate, label and head are; V and C-V, which are the predicate
itself, are not counted. "given": only the gold's predicates that the system has found too."""
import re
import sys
from collections import Counter


def blocks(lines):
    name, rows = None, []
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("# sent_id"):
            name = line.split("=", 1)[1].strip()
        elif line.startswith("#") and "\t" not in line:
            continue
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            yield name, rows
            name, rows = None, []
    if rows:
        yield name, rows


def read_heads(lines):
    """The heads of each sentence's words, counted from 1, by its id."""
    return {name: [int(row[6]) for row in rows if row[0].isdigit()] for name, rows in blocks(lines)}


def spans(column):
    """Label, first and end of each argument."""
    found, begun = [], None
    for at, cell in enumerate(column):
        begin = re.match(r"\(([^*()]+)", cell)
        if begin:
            begun = (begin.group(1), at)
        if cell.endswith(")") and begun:
            found.append((*begun, at + 1))
            begun = None
    return found


def read_frames(lines):
    """For each sentence its predicates: word, roleset and arguments."""
    sentences = {}
    for name, rows in blocks(lines):
        words = [i for i, row in enumerate(rows) if row[2] != "-"]
        for row in rows:
            if len(row) != 3 + len(words):
                sys.exit(f"{name}: expected {3 + len(words)} columns, found {len(row)}")
        sentences[name] = {
            word: (rows[word][2], spans([row[3 + i] for row in rows])) for i, word in enumerate(words)
        }
    return sentences


def depth(heads, word):
    steps = 0
    while heads[word] and steps < len(heads):
        word, steps = heads[word] - 1, steps + 1
    return steps


def head_of(heads, first, end):
    outside = [i for i in range(first, end) if not first < heads[i] <= end]
    return min(outside, key=lambda i: depth(heads, i))


def arguments(heads, frame):
    return {(label, head_of(heads, first, end))
            for label, first, end in frame[1] if label not in ("V", "C-V")}


def score(trees, gold, system):
    counts = Counter()
    labels = Counter()
    for name, frames in gold.items():
        heads, found = trees[name], system.get(name, {})
        for word in set(frames) | set(found):
            right = arguments(heads, frames[word]) if word in frames else set()
            told = arguments(heads, found[word]) if word in found else set()
            counts["predicates", "gold"] += word in frames
            counts["predicates", "system"] += word in found
            counts["predicates", "right"] += word in frames and word in found
            counts["rolesets", "gold"] += word in frames
            counts["rolesets", "system"] += word in found
            counts["rolesets", "right"] += (
                word in frames and word in found and frames[word][0] == found[word][0])
            both = ["arguments"] + (["given"] if word in frames and word in found else [])
            for what in both:
                counts[what, "gold"] += len(right)
                counts[what, "system"] += len(told)
                counts[what, "right"] += len(right & told)
            for side, of in (("gold", right), ("system", told), ("right", right & told)):
                for label, _ in of:
                    labels[label, side] += 1
    return counts, labels


def line(counts, what):
    gold, system, right = (counts[what, side] for side in ("gold", "system", "right"))
    precision, recall = right / max(system, 1), right / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"{what:12} P {100 * precision:6.2f} R {100 * recall:6.2f} F1 {100 * f1:6.2f} of {gold}"


def selftest():
    trees = read_heads(["# sent_id = a", *(f"{i}\tw\t_\t_\t_\t_\t{h}\t_\t_\t_"
                                           for i, h in ((1, 2), (2, 3), (3, 0), (4, 3)))])
    gold = read_frames(["# sent_id = a", "1\tw\t-\t(ARG0*", "2\tw\t-\t*)", "3\tw\tgo.01\t(V*)",
                        "4\tw\t-\t(ARG1*)"])
    system = read_frames(["# sent_id = a", "1\tw\t-\t*", "2\tw\t-\t(ARG0*)", "3\tw\tgo.02\t(V*)",
                          "4\tw\t-\t(ARG2*)"])
    counts, _ = score(trees, gold, system)
    assert counts["arguments", "right"] == 1 and counts["arguments", "gold"] == 2
    assert counts["predicates", "right"] == 1 and counts["rolesets", "right"] == 0
    print("ok")


def main():
    if "--selftest" in sys.argv:
        return selftest()
    paths = [a for a in sys.argv[1:] if not a.startswith("--")]
    if len(paths) != 3:
        sys.exit(__doc__)
    texts = [open(path, encoding="utf8").readlines() for path in paths]
    counts, labels = score(read_heads(texts[0]), read_frames(texts[1]), read_frames(texts[2]))
    for what in ("predicates", "rolesets", "arguments", "given"):
        print(line(counts, what))
    if "--labels" in sys.argv:
        for label in sorted({label for label, _ in labels}):
            print(line(labels, label))


main()
