#!/usr/bin/env python3
"""Compares docs/formats.md with what the program says of itself and with the names of JSON fields."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SECTIONS = {  # of the page -> of `dateline formats`
    'Articles that are read': 'Read (--from)',
    'Unpacked on the way': 'Unpacked on the way',
    'Formats that are written': 'Written (--to)',
    'Read by annotate': 'Read by annotate, cut into words already (--from)',
    'Written by annotate': 'Written by annotate (--to)',
}


def rows(text):
    """First cell -> the whole row, of the tables in a text."""
    return {m[1]: m[0] for m in re.finditer(r'^\| `([^`]+)` \|.*$', text, re.MULTILINE)}


def part(page, heading):
    found = re.search(rf'^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)', page, re.MULTILINE | re.DOTALL)
    return rows(found[1]) if found else {}


def told(program):
    """Section of `dateline formats` -> name -> the line."""
    text = subprocess.run([program / 'dateline', 'formats'], capture_output=True, check=True,
                          text=True).stdout
    parts = re.findall(r'^(\S.*):\n((?:  .*\n)*)', text, re.MULTILINE)
    return {name: {line.split()[0]: line for line in lines.splitlines()} for name, lines in parts}


def json_fields():
    fields = {}
    for line in (ROOT / 'importers/data/root/article_fields.txt').read_text().splitlines():
        words = line.split()
        if words and not line.startswith('#'):
            fields.setdefault(words[0], []).extend(words[1:])
    return fields


def differences(program):
    page = (ROOT / 'docs/formats.md').read_text(encoding='utf-8')
    formats = told(program)
    for heading, section in SECTIONS.items():
        documented, known = part(page, heading), formats[section]
        if list(documented) != list(known):
            yield f'{heading}: documented {list(documented)}, the program has {list(known)}'
        for name in set(documented) & set(known):
            for suffix in re.findall(r'(?<=\s)\.\w+', known[name].split('  ')[0]):
                if f'`{suffix}`' not in documented[name]:
                    yield f'{name}: the suffix {suffix} is not documented'
    documented = {name: re.findall('`([^`]+)`', row)[1:]
                  for name, row in part(page, 'Fields of articles in JSON').items()}
    if documented != json_fields():
        yield f'fields of JSON: documented {documented}, the program has {json_fields()}'


if __name__ == '__main__':
    found = list(differences(pathlib.Path(sys.argv[1]).resolve()))
    print('\n'.join(found) or 'docs/formats.md agrees with the program')
    sys.exit(bool(found))
