"""What the program reads of texts, by its command line and JSON only, and where that stands in them."""
import concurrent.futures
import json
import os
import pathlib
import subprocess
import tempfile

REACH = 400  # characters of a text that the program may have left out at a time
PROBE = 24  # characters that must agree after such a gap


def data_folder():
    here = pathlib.Path(__file__).resolve()
    return pathlib.Path(os.environ.get('DATELINE_DATA', here.parents[4] / 'shared' / 'data'))


def score_folder():
    return pathlib.Path(os.environ.get('DATELINE_SCORE', data_folder().parent / 'score'))


def read(program, text, published=None):
    """The timeline of one text."""
    with tempfile.NamedTemporaryFile('w', suffix='.txt', encoding='utf-8') as article:
        article.write(text)
        article.flush()
        when = ['--published', published] if published else []
        told = subprocess.run([*program, 'build', article.name, '--from', 'text', '--to', 'json', *when],
                              capture_output=True)
    if told.returncode:
        return {'documents': [], 'entities': [], 'events': []}
    return json.loads(told.stdout)


def read_all(program, texts):
    """Timelines of (text, day or None), in order."""
    with concurrent.futures.ThreadPoolExecutor(2) as workers:
        return list(workers.map(lambda pair: read(program, *pair), texts))


class Places:
    """Offsets of the text that the program read, in the text that it was given."""

    def __init__(self, timeline, given):
        self.text = timeline['documents'][0].get('text', '') if timeline['documents'] else ''
        self.at = []
        i = 0
        for k, c in enumerate(self.text):
            if i < len(given) and given[i] == c:
                pass
            elif c.isspace():
                self.at.append(i)
                continue
            else:
                i = self._next(given, i, k)
            self.at.append(min(i, len(given)))
            i += 1
        self.at.append(min(i, len(given)))

    def _next(self, given, i, k):
        while i < len(given) and given[i].isspace():
            i += 1
        if given[i:i + 1] == self.text[k]:
            return i
        probe = self.text[k:k + PROBE]
        found = given.find(probe, i, i + REACH + PROBE)
        return found if found >= 0 else i

    def span(self, evidence):
        begin, end = evidence['start'], evidence['end']
        if end <= begin or end > len(self.text):
            return None
        return [self.at[begin], self.at[end - 1] + 1]


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def trigger_of(event):
    return next((e for e in event['evidence'] if e.get('role') == 'trigger'), None)


def f1(hit, found, gold):
    p, r = hit / found if found else 0, hit / gold if gold else 0
    return p, r, 2 * p * r / (p + r) if p + r else 0


def told(name, hit, found, gold):
    return '%-38s P %5.1f R %5.1f F1 %5.1f  (%d found, %d gold)' % (
        name, *(100 * x for x in f1(hit, found, gold)), found, gold)
