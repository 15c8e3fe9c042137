#!/usr/bin/env python3
"""Measures how copies are found in an archive of generated articles, a fifth of them copies: an
agency's report under another headline, with other words here and there, cut off, or continued.

    rate        articles a second that `dateline extract` reads, with 2 jobs
    memory      peak of that run
    found       copies that were recognised; the bar is 98 %
    wrong       articles that were taken for copies and are none; the bar is 1 in 1,000

Exit code 1 when a bar is missed. It takes minutes: tests/bench/archive.py --run [--articles 50000]
"""
import argparse
import json
import pathlib
import random
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from bars import ROOT, report, run  # noqa: E402

WORDS = 400
FOUND, WRONG = 0.98, 0.001
CHANGES = ('headline', 'words', 'cut', 'continued')


def sentence(random_numbers, vocabulary):
    words = random_numbers.choices(vocabulary, k=random_numbers.randint(8, 24))
    return ' '.join(words).capitalize() + '.'


def text_of(random_numbers, vocabulary):
    sentences = []
    while sum(map(len, sentences)) < WORDS * 6:
        sentences.append(sentence(random_numbers, vocabulary))
    return sentences


def changed(sentences, change, random_numbers, vocabulary):
    copy = list(sentences)
    if change == 'headline':
        copy.insert(0, sentence(random_numbers, vocabulary))
    elif change == 'words':
        for at in random_numbers.sample(range(len(copy)), len(copy) // 5):
            words = copy[at].split(' ')
            words[random_numbers.randrange(len(words))] = random_numbers.choice(vocabulary)
            copy[at] = ' '.join(words)
    elif change == 'cut':
        copy = copy[:len(copy) * 2 // 3]
    else:
        copy += [sentence(random_numbers, vocabulary) for _ in range(len(copy) // 2)]
    return copy


def write_archive(path, count):
    """Writes JSON Lines; answers with the number of the original for each copy, from 1."""
    random_numbers = random.Random(1)
    vocabulary = [''.join(random_numbers.choices('aeioulnrst', k=random_numbers.randint(2, 9)))
                  for _ in range(5000)]
    # The words of news are as uneven as this: a few are everywhere.
    vocabulary += vocabulary[:200] * 40
    originals, copies = [], {}
    with path.open('w', encoding='utf-8') as file:
        for number in range(1, count + 1):
            if originals and number % 5 == 0:
                original, sentences = random_numbers.choice(originals[-2000:])
                sentences = changed(sentences, CHANGES[number // 5 % 4], random_numbers, vocabulary)
                copies[number] = original
            else:
                sentences = text_of(random_numbers, vocabulary)
                originals.append((number, sentences))
                del originals[:-2000]
            file.write(json.dumps({'title': f'Article {number}', 'text': ' '.join(sentences)}) + '\n')
    return copies


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--build', type=pathlib.Path, default=ROOT / 'build')
    parser.add_argument('--articles', type=int, default=50_000)
    parser.add_argument('--run', action='store_true', help='without it nothing is done')
    options = parser.parse_args()
    if not options.run:
        parser.print_help()
        return
    program = options.build.resolve() / 'dateline'
    with tempfile.TemporaryDirectory() as name:
        archive, out = pathlib.Path(name, 'archive.jsonl'), pathlib.Path(name, 'out.jsonl')
        copies = write_archive(archive, options.articles)
        seconds, _, megabytes = run(program, 'extract', archive, '--jobs', 2, '-o', out)
        told = {}
        with out.open(encoding='utf-8') as file:
            for number, line in enumerate(file, 1):
                if original := json.loads(line).get('duplicate_line'):
                    told[number] = original
    found = sum(number in told for number in copies) / len(copies)
    wrong = sum(number not in copies for number in told)
    right = sum(told[number] == copies[number] for number in told if number in copies)
    report('rate', options.articles / seconds, '1/s')
    report('memory', megabytes, 'MB')
    print(f'found       {found:10.4f} of {len(copies)}, {right} of them with the original')
    print(f'wrong       {wrong:10d} of {options.articles}')
    sys.exit(found < FOUND or wrong > WRONG * options.articles)


if __name__ == '__main__':
    main()
