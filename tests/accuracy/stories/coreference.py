"""Coreference by the entities' mentions: GUM by MUC, B3 and CEAFe as in CoNLL-2012 (exact spans, chains
of two mentions and more), and GAP as its own scorer counts."""
import collections
import csv
import re

from reading import Places, data_folder, f1, overlap, read_all

OPEN = re.compile(r'\(|\)|[^()]+')
CLOSE = {'.', ',', ';', ':', '?', '!', ')', '%', "'s", "'", '”', ']', "n't", '’s', '’'}


# --- GUM

def texts_of_ud(path):
    """Articles as they were, with their paragraphs: the text, and the span of each token."""
    found, name, text, spans, par = {}, None, '', [], False
    for line in path.open(encoding='utf-8'):
        if line.startswith('# newdoc id'):
            if name:
                found[name] = text, spans
            name, text, spans = line.split('=')[1].strip(), '', []
        elif line.startswith('# newpar') and 'block' not in line:
            par = True
        elif line.startswith('# text ='):
            sentence = line.split('=', 1)[1].strip()
            text += ('\n\n' if par else ' ') if text else ''
            par, at, base = False, 0, len(text)
            text += sentence
        elif line[:1].isdigit():
            number, form = line.split('\t')[:2]
            if number.isdigit():
                begin = sentence.find(form, at)
                begin = at if begin < 0 else begin
                end = min(len(sentence), begin + len(form))
                spans.append([base + begin, base + end])
                at = end
    found[name] = text, spans
    return found


def chains_of_conll(path):
    """Token ranges (first, last) by entity."""
    chains, open_at, tokens = collections.defaultdict(list), collections.defaultdict(list), []
    for line in path.open(encoding='utf-8'):
        if line.startswith('#') or not line.strip():
            continue
        parts = line.rstrip('\n').split('\t')
        at = len(tokens)
        tokens.append(parts[1])
        if parts[2] == '_':
            continue
        opened = None
        for piece in OPEN.findall(parts[2]):
            if piece == '(':
                opened = True
            elif piece == ')':
                chains[last].append((open_at[last].pop(), at))
            else:
                last = piece.split('-')[1]
                if opened:
                    open_at[last].append(at)
                opened = None
    return tokens, [c for c in chains.values()]


def aligned(tokens, spans, text):
    """Whether UD's tokens are those of the chains."""
    return len(tokens) == len(spans) and sum(
        text[b:e] == t for t, (b, e) in zip(tokens, spans)) > 0.9 * len(tokens)


def joined(tokens):
    text, spans = '', []
    for token in tokens:
        if text and token not in CLOSE and text[-1] not in '($“[':
            text += ' '
        spans.append([len(text), len(text) + len(token)])
        text += token
    return text, spans


def own_chains(timeline, text, spans):
    places = Places(timeline, text)
    first = {b: i for i, (b, _) in enumerate(spans)}
    last = {e: i for i, (_, e) in enumerate(spans)}
    found = []
    for entity in timeline['entities']:
        chain = set()
        for mention in entity.get('mentions', []):
            span = places.span(mention)
            if span and span[0] in first and span[1] in last:
                chain.add((first[span[0]], last[span[1]]))
        found.append(sorted(chain))
    return found


def muc(gold, own):
    of = {m: i for i, c in enumerate(own) for m in c}
    links = sum(len(c) - len({of.get(m, (i, m)) for m in c}) for i, c in enumerate(gold))
    return links, sum(len(c) - 1 for c in gold)


def b3(gold, own):
    of = {m: set(c) for c in own for m in c}
    total = sum(len(c) for c in gold)
    return sum(len(set(c) & of.get(m, set())) / len(c) for c in gold for m in c), total


def best_matching(weights, n, m):
    """The Hungarian method: the greatest sum of weights[i][j], one j for each i."""
    if n > m:
        turned = [[weights[i][j] for i in range(n)] for j in range(m)]
        return best_matching(turned, m, n)
    inf = float('inf')
    u, v, p, way = [0] * (n + 1), [0] * (m + 1), [0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        p[0], j0 = i, 0
        least, used = [inf] * (m + 1), [False] * (m + 1)
        while True:
            used[j0] = True
            i0, delta, j1 = p[j0], inf, 0
            row = weights[i0 - 1]
            for j in range(1, m + 1):
                if used[j]:
                    continue
                cost = -row[j - 1] - u[i0] - v[j]
                if cost < least[j]:
                    least[j], way[j] = cost, j0
                if least[j] < delta:
                    delta, j1 = least[j], j
            for j in range(m + 1):
                if used[j]:
                    u[p[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            j0 = j1
            if p[j0] == 0:
                break
        while j0:
            p[j0] = p[way[j0]]
            j0 = way[j0]
    return sum(weights[p[j] - 1][j - 1] for j in range(1, m + 1) if p[j])


def ceafe(gold, own):
    if not gold or not own:
        return 0
    weights = [[2 * len(set(a) & set(b)) / (len(a) + len(b)) for b in own] for a in gold]
    return best_matching(weights, len(gold), len(own))


class Score:
    def __init__(self):
        self.sums = collections.Counter()

    def add(self, gold, own):
        gold, own = [c for c in gold if len(c) > 1], [c for c in own if len(c) > 1]
        for name, measure in (('muc', muc), ('b3', b3)):
            for side, (a, b) in (('r', (gold, own)), ('p', (own, gold))):
                hit, total = measure(a, b)
                self.sums[name + side] += hit
                self.sums[name + side + 'of'] += total
        same = ceafe(gold, own)
        for side, of in (('r', gold), ('p', own)):
            self.sums['ceafe' + side] += same
            self.sums['ceafe' + side + 'of'] += len(of)
        mine, theirs = {m for c in own for m in c}, {m for c in gold for m in c}
        self.sums['spansr'] += len(mine & theirs)
        self.sums['spansp'] += len(mine & theirs)
        self.sums['spansrof'] += len(theirs)
        self.sums['spanspof'] += len(mine)

    def figures(self):
        for name in ('muc', 'b3', 'ceafe', 'spans'):
            r = self.sums[name + 'r'] / max(1, self.sums[name + 'rof'])
            p = self.sums[name + 'p'] / max(1, self.sums[name + 'pof'])
            yield name, p, r, 2 * p * r / (p + r) if p + r else 0

    def tell(self, title):
        rows = list(self.figures())
        mean = sum(f for name, _, _, f in rows if name != 'spans') / 3
        print('%-22s' % title, '  '.join('%s %.1f/%.1f/%.1f' % (n, 100 * p, 100 * r, 100 * f) for n, p, r, f in rows),
              '  CoNLL %.1f' % (100 * mean))


def headed(chains, heads):
    """Chains by the head of each mention, so that its extent does not count."""
    return [sorted({heads(m) for m in chain}) for chain in chains]


def heads_of_ud(path):
    """The head of each token, by article."""
    found, name, base, heads = {}, None, 0, []
    for line in path.open(encoding='utf-8'):
        if line.startswith('# newdoc id'):
            name = line.split('=')[1].strip()
            heads = found[name] = []
        elif line.startswith('# sent_id'):
            base = len(heads)
        elif line[:1].isdigit() and line.split('\t')[0].isdigit():
            head = int(line.split('\t')[6])
            heads.append(base + head - 1 if head else -1)
    return found


def head_in(heads):
    def head(mention):
        first, last = mention
        for at in range(first, last + 1):
            if not first <= heads[at] <= last:
                return at
        return last
    return head


def measure_gum(program, keep=None):
    folder = data_folder() / 'language'
    texts, heads = {}, {}
    for path in sorted((folder / 'ud').glob('en_gum*.conllu')):
        texts |= texts_of_ud(path)
        heads |= heads_of_ud(path)
    articles = []
    for path in sorted((folder / 'coref' / 'gum-open').glob('*.conll')):
        tokens, chains = chains_of_conll(path)
        text, spans = texts.get(path.stem, ('', []))
        if not aligned(tokens, spans, text):
            text, spans = joined(tokens)
        articles.append((path.stem, text, spans, chains))
    timelines = read_all(program, [(text, None) for _, text, _, _ in articles])
    exact, partial, by_genre = Score(), Score(), collections.defaultdict(Score)
    for (name, text, spans, chains), timeline in zip(articles, timelines):
        own = own_chains(timeline, text, spans)
        exact.add(chains, own)
        by_genre[name.split('_')[1]].add(chains, own)
        head = head_in(heads.get(name, [-1] * len(spans)) if len(heads.get(name, [])) == len(spans) else [-1] * len(spans))
        partial.add(headed(chains, head), headed(own, head))
    for genre, score in sorted(by_genre.items()):
        score.tell('  ' + genre)
    exact.tell('GUM, exact spans')
    partial.tell('GUM, heads')


# --- GAP

FEMININE = {'she', 'her', 'hers', 'herself'}


def measure_gap(program, keep=None):
    rows = []
    for path in sorted((data_folder() / 'language' / 'coref' / 'gap').glob('gap-*.tsv')):
        rows += list(csv.DictReader(path.open(encoding='utf-8'), delimiter='\t', quoting=csv.QUOTE_NONE))
    timelines = read_all(program, [(row['Text'], None) for row in rows])
    sums = {'M': [0, 0, 0], 'F': [0, 0, 0]}
    for row, timeline in zip(rows, timelines):
        places = Places(timeline, row['Text'])
        at = int(row['Pronoun-offset'])
        pronoun = [at, at + len(row['Pronoun'])]
        spans = []
        for entity in timeline['entities']:
            here = [s for s in map(places.span, entity.get('mentions', [])) if s]
            if any(s == pronoun for s in here):
                spans = here
        tally = sums['F' if row['Pronoun'].lower() in FEMININE else 'M']
        verdict = []
        for name in 'AB':
            begin = int(row[name + '-offset'])
            span = [begin, begin + len(row[name])]
            mine = any(overlap(s, span) for s in spans if s != pronoun)
            theirs = row[name + '-coref'].upper() == 'TRUE'
            tally[0] += mine and theirs
            tally[1] += mine
            tally[2] += theirs
            verdict.append((mine, theirs))
        if keep:
            print(row['ID'], row['Pronoun'], row['A'], row['B'], verdict, bool(spans), sep='\t', file=keep)
    by = {k: 100 * f1(*v)[2] for k, v in sums.items()}
    whole = [sum(v) for v in zip(*sums.values())]
    p, r, f = f1(*whole)
    print('GAP: P %.1f R %.1f F1 %.1f  masculine %.1f feminine %.1f  ratio %.2f' % (
        100 * p, 100 * r, 100 * f, by['M'], by['F'], by['F'] / by['M'] if by['M'] else 0))
