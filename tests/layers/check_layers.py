#!/usr/bin/env python3
"""Fails when a folder includes one that it may not see, or a library is used outside its home."""
import pathlib
import re
import sys

MAY_INCLUDE = {
    'core': {'core'},
    'importers': {'core', 'importers'},
    'exporters': {'core', 'exporters'},
    'cli': {'core', 'importers', 'exporters', 'cli'},
    'tests': {'core', 'importers', 'exporters', 'cli', 'tests'},
}
HOME = {  # beginning of a library's header -> the files that may include it
    'boost/': r'core/(graph|ordering).*\.cc',
    'nettle/': r'core/digest\.cc',
    'graphviz/': r'exporters/dot\.cc',
    'cgraph.h': r'exporters/dot\.cc',
    'gvc.h': r'exporters/dot\.cc',
    'rapidjson/': r'(importers|exporters)/.*json.*',
    'libxml/': r'importers/(html/.*|format/.*)\.cc',
    'brotli/': r'importers/container/brotli\.cc',
    'iconv.h': r'importers/text/multi_byte\.cc',
    'libdeflate.h': r'importers/container/gzip\.cc',
    'zip.h': r'importers/container/zip\.cc|tests/support/.*',
    'zlib.h': r'importers/container/.*\.cc|tests/support/.*',
    'zstd.h': r'importers/container/.*\.cc|tests/support/.*',
    'sqlite3.h': r'(importers|exporters)/[^/]*/?sqlite\.cc',
    'gtest/': r'tests/.*',
    'benchmark/': r'tests/bench/.*',
}
FORBIDDEN = {  # what a library of ours leaves to the command line, and what nobody does
    r'\b(std::cout|std::cerr|printf\s*\(|getenv\s*\()': {'core', 'importers', 'exporters'},
    r'\b(system_clock|steady_clock|std::time\s*\()': {'core', 'importers', 'exporters'},
    r'\bstd::(thread|jthread|async)\b': {'core', 'importers', 'exporters'},
    r'\bstd::(regex|shared_ptr|make_shared)\b': {'core', 'importers', 'exporters', 'cli'},
    r'\bthrow\b|\bnew\s+\w|\bdelete\s+\w|\bconst_cast\b': {'core', 'importers', 'exporters', 'cli'},
}
INCLUDE = re.compile(r'\s*#\s*include\s*(["<])([^">]+)')
NOT_CODE = re.compile(r'//.*|"(\\.|[^"\\])*"')


def wrong_include(name, folder, line):
    found = INCLUDE.match(line)
    if not found:
        return
    kind, header = found.groups()
    if kind == '"' and header.split('/')[0] not in MAY_INCLUDE[folder]:
        yield f'{folder} may not include {header}'
    for library, home in HOME.items():
        if header.startswith(library) and not re.fullmatch(home, name):
            yield f'{header} belongs in {home}'


def own_header_not_first(root, name, lines):
    """A header that is the first include of its .cc is known to compile alone."""
    header = name.removesuffix('.cc') + '.h'
    if not name.endswith('.cc') or not (root / header).exists():
        return
    includes = (INCLUDE.match(line) for line in lines)
    first = next((found.group(2) for found in includes if found), None)
    if first != header:
        yield f'{name}:1: the first include must be "{header}"'


def forbidden(folder, line):
    code = NOT_CODE.sub('', line)
    for pattern, folders in FORBIDDEN.items():
        if folder in folders and re.search(pattern, code):
            yield f'{re.search(pattern, code).group().strip()} has no place in {folder}'


def main():
    root = pathlib.Path(sys.argv[1])
    bad = []
    for path in sorted(root.glob('*/**/*')):
        name = path.relative_to(root).as_posix()
        folder = name.split('/')[0]
        if path.suffix not in ('.h', '.cc') or folder not in MAY_INCLUDE:
            continue
        lines = path.read_text(encoding='utf-8').split('\n')
        bad += own_header_not_first(root, name, lines)
        for number, line in enumerate(lines, 1):
            problems = [*wrong_include(name, folder, line), *forbidden(folder, line)]
            bad += [f'{name}:{number}: {problem}' for problem in problems]
    print('\n'.join(bad) or 'layers as they should be')
    sys.exit(bool(bad))


if __name__ == '__main__':
    main()
