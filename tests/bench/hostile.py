#!/usr/bin/env python3
"""Measures what hostile files cost: each of some 55 MB, made to waste time or memory.

    seconds     of the processor, for `dateline extract`; the bar is 2
    memory      peak of that run; the bar is 500 MB

Exit code 1 when a bar is missed. It takes minutes: tests/bench/hostile.py --run [NAME...]
"""
import argparse
import base64
import os
import pathlib
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from bars import ROOT  # noqa: E402

BYTES = 55_000_000
SECONDS, MEGABYTES = 2, 500
MAIL = 'From: Ann Lee <ann@herald.example>\nDate: Sat, 12 Feb 2022 10:30:00 +0100\nSubject: Mill\n'
WORDS = ('the minister said on Monday that mill workers would leave their river town after talks '
         'with police failed').split()


def filled(unit, head='', tail='', size=BYTES):
    unit, head, tail = (part if isinstance(part, bytes) else part.encode()
                        for part in (unit, head, tail))
    return head + unit * ((size - len(head) - len(tail)) // len(unit)) + tail


def prose(between='\n\n', size=BYTES):
    numbers = random.Random(1)
    sentences = [' '.join(numbers.choices(WORDS, k=numbers.randint(6, 22))).capitalize() + '.'
                 for _ in range(20_000)]
    return filled(' '.join(sentences[:10]) + between + between.join(sentences) + between, size=size)


def page(unit, tail=''):
    return filled(unit, '<html><body><p>', tail + '</body></html>')


FILES = {
    'prose.txt': prose,
    'one-line.txt': lambda: prose(' '),
    'one-word.txt': lambda: filled('abcdefghij'),
    'short-lines.txt': lambda: filled('ab\n'),
    'empty-lines.txt': lambda: filled('\n'),
    'signs.txt': lambda: filled('.,;:!?-'),
    'nul.txt': lambda: filled('The mill\0 shut. '),
    'utf16.txt': lambda: b'\xff\xfe' + prose(size=BYTES // 2).decode().encode('utf-16-le'),
    'latin1.txt': lambda: filled('Le ministre a été à la fête. '.encode('latin-1')),
    'cp1251.txt': lambda: filled('Министр сказал в понедельник. '.encode('cp1251')),
    'ff.txt': lambda: filled(b'\xff'),
    'mojibake.txt': lambda: filled('The mill closed: Ã©tÃ© cafÃ© â€œquotedâ€\x9d naÃ¯ve. '),
    'one-text.html': lambda: page(prose(' ', BYTES - 100)[:BYTES - 100]),
    'attributes.html': lambda: filled('a="b" ', '<html><body><p ', '>The mill shut.</p></body></html>'),
    'deep-div.html': lambda: page('<div>', 'The mill shut.'),
    'deep-table.html': lambda: page('<table>', 'The mill shut.'),
    'spans.html': lambda: page('<span>a</span>'),
    'breaks.html': lambda: page('a<br>'),
    'cells.html': lambda: page('<table><tr><td>a<td>b</table>'),
    'links.html': lambda: page('<a href="/x">Mill shuts</a> '),
    'references.html': lambda: page('&amp;&lt;&eacute;&#233; '),
    'bad-references.html': lambda: page('&foo&#x;&am '),
    'less-than.html': lambda: page('<'),
    'string.json': lambda: b'{"title":"Mill","text":"' + prose(' ') + b'"}',
    'escapes.json': lambda: filled('\\u00e9\\n a', '{"title":"Mill","text":"', '"}'),
    'deep.json': lambda: filled('['),
    'numbers.json': lambda: filled('1,', '[', '1]'),
    'broken.jsonl': lambda: filled('{"title":"Mill","te\n'),
    'cell.csv': lambda: b'title,text\nMill,"' + prose() + b'"\n',
    'quotes.csv': lambda: filled('""a', 'title,text\nMill,"', '"\n'),
    'commas.csv': lambda: filled(',', 'title,text\n', '\n'),
    'mail.mbox': lambda: ('From ann@x Sat Feb 12 10:30:00 2022\n' + MAIL + '\n').encode() + prose(),
    'base64.eml': lambda: (MAIL + 'Content-Transfer-Encoding: base64\n\n').encode()
    + base64.encodebytes(prose(size=BYTES * 3 // 4)),
    'nested.eml': lambda: (MAIL + ''.join(
        f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(10_000))).encode(),
    'laughs.rss': lambda: filled('&a;', '<!DOCTYPE rss [<!ENTITY a "' + 'ha' * 1000 + '">]><rss><channel>'
                                 '<item><title>x</title><description>', '</description></item></channel></rss>'),
    'entries.rss': lambda: filled('<item><title>Mill</title><description>It shut.</description></item>',
                                  '<rss><channel><title>H</title>', '</channel></rss>'),
    'deep.nitf': lambda: filled('<block>', '<nitf><body><body.content>'),
    'deep.rtf': lambda: filled('{', '{\\rtf1\\ansi '),
    'escapes.rtf': lambda: filled("\\'e9", '{\\rtf1\\ansi ', '}'),
    'not.pdf': lambda: b'%PDF-1.4\n' + prose(),
}


def cost(program, path):
    """Seconds of the processor and megabytes."""
    child = subprocess.Popen([program, 'extract', '--quiet', path], stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(child.pid, 0)
    child.returncode = 0
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--build', type=pathlib.Path, default=ROOT / 'build')
    parser.add_argument('--run', action='store_true')
    parser.add_argument('names', nargs='*')
    options = parser.parse_args()
    if not options.run:
        sys.exit(__doc__)
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in options.names or FILES:
            path = pathlib.Path(folder, name)
            # By another process: what this one takes would be counted as the program's.
            if os.fork() == 0:
                path.write_bytes(FILES[name]())
                os._exit(0)
            os.wait()
            seconds, megabytes = cost(options.build / 'dateline', path)
            path.unlink()
            over = seconds > SECONDS or megabytes > MEGABYTES
            missed += over
            print(f'{name:20} {seconds:6.2f} s {megabytes:6.0f} MB{"  over the bar" if over else ""}',
                  flush=True)
    sys.exit(1 if missed else 0)


if __name__ == '__main__':
    main()
