"""What a spec may hold: dates in EDTF, words of the article, and its blocks of lines."""
import calendar
import datetime
import re

FIELDS = {'entity': 'mentions aliases',
          'event': 'mentions when fact who where from condition note',
          'deadline': 'spans by force bound set_by action inclusive status note'}
HEADERS = ('published', 'outlet', 'kind')
MONTHS = {0: (1, 12),  # the year; then seasons, quarters and halves
          21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14),
          33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}
STRAIGHT = {0x2019: "'", 0x2018: "'", 0x201c: '"', 0x201d: '"', 0xa0: ' '}


class SpecError(Exception):
    pass


def check(value, allowed, what):
    if value not in allowed:
        raise SpecError('%s “%s” is none of: %s' % (what, value, ' '.join(map(str, allowed))))
    return value


def parts(text, sep):
    return [p.strip() for p in text.split(sep) if p.strip()]


def matched(pattern, text, form):
    m = re.match(pattern + '$', text)
    if not m:
        raise SpecError('expected %s; found “%s”' % (form, text))
    return m


def days(edtf):
    """First and last day of an EDTF date without a slash, as ISO strings; None is open."""
    text = re.sub(r'[~?%]', '', edtf.strip())
    if text in ('', '..', 'unknown'):
        return None, None
    if re.match(r'\d{4}-\d\d-\d\d(T[\d:]+)?$', text):
        return (str(datetime.date.fromisoformat(text[:10])),) * 2
    m = matched(r'(\d{3}[\dX])(-W?)?(\d\d)?', text, 'a date')
    if text[3] == 'X':
        return text[:3] + '0-01-01', text[:3] + '9-12-31'
    year, k = int(m.group(1)), int(m.group(3) or 0)
    if m.group(2) == '-W':
        return tuple(str(datetime.date.fromisocalendar(year, k, d)) for d in (1, 7))
    first, last = (k, k) if 0 < k < 13 else MONTHS[check(k, MONTHS, 'part of a year')]
    end = (year + 1, last - 12) if last > 12 else (year, last)
    return '%d-%02d-01' % (year, first), '%d-%02d-%02d' % (*end, calendar.monthrange(*end)[1])


def when(edtf):
    ends = [days(p) for p in edtf.split('/')]
    first, last = ends[0][0], ends[-1][1]
    if first and last and first > last:
        raise SpecError('“%s” ends before it begins' % edtf)
    return {'edtf': edtf, 'earliest': first, 'latest': last}


def last_day(edtf):
    """The last day that still counts; midnight belongs to the day that ends."""
    day = days(edtf.split('/')[-1])[1]
    if not edtf.endswith('T00:00'):
        return day
    return str(datetime.date.fromisoformat(day) - datetime.timedelta(1))


def find(text, string, taken=()):
    """Spans of “words”, “words#2”, “words#*” (all outside taken) or “in [words] context”."""
    bare, nth = re.match(r'(.*?)(?:#(\d+|\*))?$', string).groups()
    context = re.match(r'(.*)\[(.+)\](.*)$', bare)
    before, words, after = context.groups() if context else ('', bare, '')
    whole = re.escape((before + words + after).translate(STRAIGHT))
    flat = text.translate(STRAIGHT)
    found = [m.span() for m in re.finditer(r'(?<!\w)%s(?!\w)' % whole, flat)]
    if context and not nth and len(found) > 1:
        raise SpecError('“%s” is there %d times: give more context' % (bare, len(found)))
    if nth == '*':
        found = [f for f in found if not any(f[0] < m['end'] and m['start'] < f[1] for m in taken)]
    index = int(nth) - 1 if nth and nth != '*' else 0
    if not 0 <= index < len(found):
        raise SpecError('not in the article: “%s” (found %d)' % (string, len(found)))
    chosen = found if nth == '*' else [found[index]]
    return [(a + len(before), b - len(after)) for a, b in chosen]


def mentions(text, line):
    """The mentions of a line whose items are parted by bars; “~” before one marks a pronoun."""
    out = []
    for item in parts(line, '|'):
        pronoun = {'pronoun': True} if item.startswith('~') else {}
        for a, b in find(text, item.lstrip('~'), out):
            if any((a, b) == (m['start'], m['end']) for m in out):
                raise SpecError('given twice: “%s”' % item)
            out.append(dict(text=text[a:b], start=a, end=b, **pronoun))
    return sorted(out, key=lambda m: m['start'])


def word(head):
    return head.split()[0].rstrip('!?')


def read(path):
    """The header, and (line number, first line, {field: value}) of each block."""
    header, blocks = {}, []
    for n, line in enumerate(open(path, encoding='utf-8'), 1):
        key, _, value = line.strip().partition(':')
        if not key or key.startswith('//'):
            continue
        if line[0] not in ' \t' and key in HEADERS:
            header[key] = value.strip()
        elif line[0] not in ' \t':
            blocks.append((n, line.strip(), {}))
        elif blocks and key in FIELDS.get(word(blocks[-1][1]), '').split():
            blocks[-1][2][key] = value.strip()
        else:
            raise SpecError('line %d: no field “%s” here' % (n, key))
    for key in HEADERS:
        check(key, header, 'header')
    return header, blocks
