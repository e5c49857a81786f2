import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCalendar } from '#app/calendar/read-calendar.ts'
import { UnreadableCalendar } from '#app/calendar/reading/read-entry.ts'

const KIGALI = { zone: 'Africa/Kigali', startsAt: '2027-06-13T22:00:00.000Z', endsAt: '2027-06-18T22:00:00.000Z' }
const BERLIN = { zone: 'Europe/Berlin', startsAt: '2027-10-29T22:00:00.000Z', endsAt: '2027-10-31T23:00:00.000Z' }

const sample = (name: string) => readFileSync(new URL(`samples/${name}.ics`, import.meta.url))
const bytes = (text: string) => Buffer.from(text.replace(/\n/g, '\r\n'))
const calendar = (...lines: string[]) =>
  bytes(['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\n'))
const entry = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
const one = (lines: string[], where = KIGALI) =>
  readCalendar(calendar(...entry('UID:a', 'SUMMARY:A', ...lines)), where).entries

/** `14 07:00–08:30 Title` in UTC, with what is to be known of it behind. */
function shown(content: Uint8Array, where = KIGALI): string[] {
  return readCalendar(content, where).entries.map(({ when, title, problem, notes, isCancelled, isPrivate }) => {
    const time = !when
      ? '-'
      : 'startsOn' in when
        ? `${when.startsOn}..${when.endsOn}`
        : `${when.startsAt.slice(8, 10)} ${when.startsAt.slice(11, 16)}–${when.endsAt.slice(11, 16)}`
    const more = [
      problem && `!${problem.code}`,
      ...notes.map(({ code }) => code),
      isCancelled && 'cancelled',
      isPrivate && 'private',
    ]
    return [time, title, ...more.filter(Boolean)].join(' ')
  })
}

test('a zone of the file: its rules on both sides of a change, single dates, and what was before', () => {
  const observance = (name: string, from: string, to: string, ...lines: string[]) => [
    `BEGIN:${name}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    ...lines,
    `END:${name}`,
  ]
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Ours',
    ...observance('STANDARD', '+0200', '+0100', 'DTSTART:20001029T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'),
    ...observance(
      'DAYLIGHT',
      '+0100',
      '+0200',
      'DTSTART:20000326T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20300331T010000Z',
    ),
    ...observance('STANDARD', '+0030', '+0200', 'DTSTART:19500101T000000', 'RDATE:19510101T000000'),
    'END:VTIMEZONE',
  ]
  const at = (time: string) => {
    const lines = entry('UID:a', 'SUMMARY:A', `DTSTART;TZID=Ours:${time}`)
    const { when } = readCalendar(calendar(...zone, ...lines), KIGALI).entries[0]!
    return when && 'startsAt' in when ? when.startsAt : when
  }
  expect(at('20270328T015900')).toBe('2027-03-28T00:59:00.000Z')
  expect(at('20270328T030000')).toBe('2027-03-28T01:00:00.000Z')
  expect(at('20271031T015900')).toBe('2027-10-30T23:59:00.000Z')
  expect(at('20271031T030000')).toBe('2027-10-31T02:00:00.000Z')
  expect(at('20280101T120000')).toBe('2028-01-01T11:00:00.000Z')
  expect(at('20310701T120000')).toBe('2031-07-01T11:00:00.000Z')
  expect(at('19600101T120000')).toBe('1960-01-01T10:00:00.000Z')
})

function refusal(content: Uint8Array): string {
  try {
    readCalendar(content, KIGALI)
    return 'read'
  } catch (error) {
    if (error instanceof UnreadableCalendar) return error.code
    throw error
  }
}

test('Google: UTC and zones, a repeated entry with an exception and a gap, one that is cancelled, HTML', () => {
  expect(shown(sample('google'))).toEqual([
    '2027-06-14..2027-06-18 Routing workshop',
    '14 07:00–08:30 Opening, and what we will build',
    '14 08:30–09:00 Coffee ☕ repeats',
    '15 08:30–09:00 Coffee ☕ repeats',
    '18 08:30–09:00 Coffee ☕ repeats',
    '17 09:00–09:30 Coffee, later',
    '15 12:00–13:00 Panel that will not be held cancelled',
  ])
  const [, opening] = readCalendar(sample('google'), KIGALI).entries
  expect(opening).toMatchObject({
    uid: '1aa0bb1cc2dd3ee4@google.com',
    location: 'Great Hall, Example University, Kigali, Rwanda',
  })
  expect(opening!.description).toBe(
    [
      'Welcome, and how a campus network hangs together.',
      '',
      '- Bring a laptop',
      '- Read the notes (https://campus.example/before?a=1&b=2)',
      '',
      'See you',
    ].join('\n'),
  )
})

test('Outlook: Windows names, zones that only the file knows, what is private', () => {
  expect(shown(sample('outlook'))).toEqual([
    '14 09:00–10:30 OSPF; the long way',
    '15 07:00–08:30 Meeting of the instructors zone-of-file private',
  ])
})

test('Indico, pretalx and Sched: UTC, another script, line ends of Unix', () => {
  expect(shown(sample('indico'))).toEqual(['16 07:00–08:30 BGP for campuses', '16 09:00–10:00 Lightning talks'])
  expect(shown(sample('pretalx'))).toEqual([
    '17 12:00–12:45 Measuring a slow network - Amina Beispiel',
    '17 13:00–14:00 شبكات الجامعات — سؤال وجواب، للجميع',
  ])
  expect(shown(sample('sched'))).toEqual(['18 06:00–07:30 Peering game', '18 20:00–23:00 Dinner that ends late'])
})

test('Apple: a place of two lines, a floating time with a duration', () => {
  expect(shown(sample('apple'))).toEqual(['18 10:00–11:00 Closing', '18 12:00–12:45 Walk through the town floating'])
  expect(readCalendar(sample('apple'), KIGALI).entries[0]!.location).toBe(
    'Great Hall, Example University, Kigali, Rwanda',
  )
})

test.each([
  ['no end: an hour', ['DTSTART:20270614T070000Z'], '14 07:00–08:00 A no-end'],
  ['an end that is the start', ['DTSTART:20270614T070000Z', 'DTEND:20270614T070000Z'], '14 07:00–08:00 A no-end'],
  ['to the second', ['DTSTART:20270614T070010Z', 'DTEND:20270614T075959Z'], '14 07:00–08:00 A seconds'],
  ['a weekday after another', ['DTSTART:20270614T070000Z', 'DURATION:P1DT2H'], '14 07:00–09:00 A'],
  [
    'a path before the zone',
    ['DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20270614T090000'],
    '14 07:00–08:00 A no-end',
  ],
  [
    'a zone of three parts',
    ['DTSTART;TZID=/mozilla.org/20050126_1/America/Argentina/Ushuaia:20270614T090000'],
    '14 12:00–13:00 A no-end',
  ],
  ['an old name of a zone', ['DTSTART;TZID=Asia/Calcutta:20270614T090000'], '14 03:30–04:30 A no-end'],
  ['a zone that nobody knows', ['DTSTART;TZID=Mars/Olympus:20270614T090000'], '- A !zone-unknown'],
  ['no start', [], '- A !no-start'],
  ['a month too many', ['DTSTART:20271340T990000Z'], '- A !time-unreadable'],
  ['30 February', ['DTSTART:20270230T090000Z'], '- A !time-unreadable'],
  ['hyphens', ['DTSTART:2027-06-14T09:00:00Z'], '- A !time-unreadable'],
  ['before it starts', ['DTSTART:20270614T070000Z', 'DTEND:20270614T060000Z'], '- A !ends-before'],
  ['a day for an end', ['DTSTART:20270614T070000Z', 'DTEND;VALUE=DATE:20270615'], '- A !end-kind'],
  ['a length that goes back', ['DTSTART:20270614T070000Z', 'DURATION:-PT1H'], '- A !time-unreadable'],
  ['one day without end', ['DTSTART;VALUE=DATE:20270614'], '2027-06-14..2027-06-14 A'],
  ['misspelt', ['DTSTART:20270614T070000Z', 'STATUS:CANCELED'], '14 07:00–08:00 A no-end cancelled'],
  ['lines that are none', ['DTSTART:20270614T070000Z', 'and so on'], '-  !unreadable'],
])('%s', (_name, lines, expected) => {
  expect(shown(calendar(...entry('UID:a', 'SUMMARY:A', ...lines)))).toEqual([expected])
})

test('in an hour that does not exist, or exists twice', () => {
  const at = (time: string) =>
    shown(calendar(...entry('UID:a', 'SUMMARY:A', `DTSTART;TZID=Europe/Berlin:${time}`)), BERLIN)
  expect(at('20270328T023000')).toEqual(['- A !time-skipped'])
  expect(at('20271031T023000')).toEqual(['31 00:30–01:30 A time-twice no-end'])
  expect(one(['DTSTART:20271031T013000Z'], BERLIN)[0]!.when).toMatchObject({ startsAt: '2027-10-31T01:30:00.000Z' })
})

test('our zone data goes before what a file says of a zone that we know, and says so', () => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:Europe/Berlin',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0300',
    'TZOFFSETTO:+0300',
    'END:STANDARD',
    'END:VTIMEZONE',
  ]
  const lines = entry('UID:a', 'SUMMARY:A', 'DTSTART;TZID=Europe/Berlin:20270614T090000')
  expect(shown(calendar(...zone, ...lines))).toEqual(['14 07:00–08:00 A zone-differs no-end'])
})

test.each([
  ['daily', 'FREQ=DAILY', [14, 15, 16, 17, 18, 19]],
  ['every other day', 'FREQ=DAILY;INTERVAL=2', [14, 16, 18]],
  ['so many times', 'FREQ=DAILY;COUNT=2', [14, 15]],
  ['until a moment', 'FREQ=DAILY;UNTIL=20270616T070000Z', [14, 15, 16]],
  ['until just before', 'FREQ=DAILY;UNTIL=20270616T065959Z', [14, 15]],
  ['until a day', 'FREQ=DAILY;UNTIL=20270616', [14, 15, 16]],
  ['weekly', 'FREQ=WEEKLY', [14]],
  ['on some weekdays', 'FREQ=WEEKLY;BYDAY=WE,FR;WKST=SU', [14, 16, 18]],
  ['daily on weekdays', 'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', [14, 15, 16, 17, 18]],
])('repeats %s', (_name, rule, days) => {
  const found = one(['DTSTART:20270614T070000Z', 'DTEND:20270614T080000Z', `RRULE:${rule}`])
  expect(found.map(({ occurrence }) => Number(occurrence.slice(8, 10)))).toEqual(days)
})

test('what began long before is found within the days of the event, on the clock of its own zone', () => {
  const lines = [
    'DTSTART;TZID=Europe/Berlin:20200106T090000',
    'DTEND;TZID=Europe/Berlin:20200106T100000',
    'RRULE:FREQ=WEEKLY',
  ]
  expect(one(lines).map(({ when }) => when)).toEqual([
    { startsAt: '2027-06-14T07:00:00.000Z', endsAt: '2027-06-14T08:00:00.000Z' },
  ])
  expect(one(['DTSTART:20270714T070000Z', 'RRULE:FREQ=DAILY'])).toMatchObject([
    { problem: { code: 'repeats-outside' } },
  ])
})

test('dates one by one, and those that fall out', () => {
  const found = one([
    'DTSTART:20270614T070000Z',
    'RDATE:20270615T080000Z,20270616T090000Z',
    'RDATE;VALUE=PERIOD:20270617T100000Z/PT1H',
    'EXDATE:20270614T070000Z',
  ])
  expect(found.map(({ occurrence }) => occurrence.slice(8, 13))).toEqual(['15T08', '16T09', '17T10'])
})

test.each([
  'FREQ=SECONDLY',
  'FREQ=MINUTELY;COUNT=5',
  'FREQ=MONTHLY;BYDAY=2MO',
  'FREQ=YEARLY',
  'FREQ=DAILY;BYHOUR=9,10,11',
  'FREQ=WEEKLY;BYDAY=2MO',
  'FREQ=DAILY;UNTIL=tomorrow',
])('a rule that no programme has is refused in its place: %s', (rule) => {
  const [found] = one(['DTSTART:20270614T070000Z', `RRULE:${rule}`])
  expect(found!.problem?.code).toMatch(/repeats-otherwise|unreadable/)
})

test('of entries with the same UID the highest SEQUENCE counts, then the latest, then the last', () => {
  const of = (title: string, ...more: string[]) =>
    entry('UID:a', 'DTSTART:20270614T070000Z', `SUMMARY:${title}`, ...more)
  const titles = (...entries: string[][]) =>
    readCalendar(calendar(...entries.flat()), KIGALI).entries.map(({ title, problem }) => title + (problem ? '!' : ''))
  expect(titles(of('A', 'SEQUENCE:2'), of('B', 'SEQUENCE:1'))).toEqual(['A', 'B!'])
  expect(titles(of('A', 'LAST-MODIFIED:20270102T000000Z'), of('B', 'LAST-MODIFIED:20270101T000000Z'))).toEqual([
    'A',
    'B!',
  ])
  expect(titles(of('A'), of('B'))).toEqual(['A!', 'B'])
  expect(titles(of('A', 'RRULE:FREQ=DAILY;COUNT=2', 'SEQUENCE:1'), of('B'))).toEqual(['A', 'A', 'B!'])
})

test('several calendars, a byte order mark, lines without CR, a fold inside a letter, METHOD:CANCEL', () => {
  const first = calendar(...entry('UID:a', 'DTSTART:20270614T070000Z', 'SUMMARY:A'))
  const second = calendar(
    'METHOD:CANCEL',
    ...entry('UID:b', 'DTSTART:20270614T070000Z', 'SUMMARY:B'),
    'BEGIN:VTODO',
    'END:VTODO',
  )
  const both = Buffer.concat([Buffer.from('\uFEFF'), first, Buffer.from('\n\n\uFEFF'), second])
  expect(readCalendar(both, KIGALI)).toMatchObject({
    others: 1,
    entries: [{ isCancelled: false }, { isCancelled: true }],
  })
  const [before, after] = [Buffer.from([0xc3]), Buffer.from([0xa9])]
  const folded = Buffer.concat([
    Buffer.from('BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20270614T070000Z\nSUMMARY:Caf'),
    before,
    Buffer.from('\n '),
    after,
    Buffer.from('\nEND:VEVENT\nEND:VCALENDAR'),
  ])
  expect(readCalendar(folded, KIGALI).entries[0]!.title).toBe('Café')
})

test('what is wrong with the whole is refused as a whole, wherever it is cut off', () => {
  const whole = sample('google').toString()
  for (const at of [40, 400, 900, 1500, whole.length - 20, whole.length - 4])
    expect([at, refusal(Buffer.from(whole.slice(0, at)))]).toEqual([at, 'calendar-cut-off'])
  expect(refusal(Buffer.from(whole, 'utf16le'))).toBe('calendar-not-utf8')
  expect(refusal(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(whole, 'utf16le')]))).toBe('calendar-not-utf8')
  expect(refusal(Buffer.from(whole.replace('Coffee', 'Café'), 'latin1'))).toBe('calendar-not-utf8')
  expect(refusal(Buffer.from(''))).toBe('calendar-none')
  expect(refusal(Buffer.from('<html>Sign in</html>'))).toBe('calendar-none')
  expect(refusal(calendar())).toBe('calendar-empty')
  expect(refusal(calendar('BEGIN:VEVENT', 'END:VTODO'))).toBe('calendar-broken')
  expect(refusal(Buffer.concat([calendar(...entry('UID:a')), Buffer.from('and more')]))).toBe('calendar-broken')
})

/** What somebody may send to keep us busy: each in less than four seconds on a busy machine, most in a few milliseconds. */
test.each([
  [
    'a hundred thousand properties',
    () => calendar(...entry('UID:a', ...Array.from({ length: 100_000 }, () => 'X-A;B=C:D'))),
  ],
  ['as many that count', () => calendar(...entry('UID:a', ...Array.from({ length: 100_000 }, () => 'SUMMARY:A')))],
  ['2 MB in one line', () => calendar(...entry('UID:a', 'DTSTART:20270614T070000Z', `SUMMARY:${'a'.repeat(2e6)}`))],
  ['2 MB of folds', () => calendar(...entry('UID:a', `DESCRIPTION:${'\n a'.repeat(500_000)}`))],
  ['2 MB of escapes', () => calendar(...entry('UID:a', `DESCRIPTION:${'\\'.repeat(2e6)}`))],
  ['2 MB of tags', () => calendar(...entry('UID:a', `DESCRIPTION:<p>${'<a href='.repeat(250_000)}`))],
  ['2 MB of scripts', () => calendar(...entry('UID:a', `DESCRIPTION:<p>${'<script>'.repeat(250_000)}`))],
  [
    '2 MB of spaces',
    () => calendar(...entry('UID:a', `DESCRIPTION:<p>${' '.repeat(2e6)}x`, `LOCATION:${' '.repeat(1e5)}x`)),
  ],
  ['parts in parts', () => calendar(...Array.from({ length: 100_000 }, () => 'BEGIN:X'))],
  [
    'an attached file',
    () => calendar(...entry('UID:a', `ATTACH;ENCODING=BASE64;VALUE=BINARY:${'QUJD'.repeat(500_000)}`)),
  ],
  ['a quote without end', () => calendar(...entry('UID:a', `DTSTART;TZID="${'a'.repeat(2e6)}:20270614T070000Z`))],
  [
    'dates one by one',
    () =>
      calendar(
        ...entry(
          'UID:a',
          'DTSTART:20270614T070000Z',
          `RDATE:${Array.from({ length: 100_000 }, () => '20270614T070000Z').join()}`,
        ),
      ),
  ],
  [
    'two thousand rules',
    () =>
      calendar(
        ...Array.from({ length: 2000 }, (_, at) =>
          entry(
            `UID:${at}`,
            'SUMMARY:A',
            'DTSTART;TZID=Europe/Berlin:20010101T070000',
            'RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=SU;UNTIL=20370101T000000Z',
          ),
        ).flat(),
      ),
  ],
  [
    'a zone that changes every second',
    () =>
      calendar(
        'BEGIN:VTIMEZONE',
        'TZID:X',
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
        'RRULE:FREQ=SECONDLY',
        'TZOFFSETFROM:+0100',
        'TZOFFSETTO:+0200',
        'END:STANDARD',
        'END:VTIMEZONE',
        ...entry('UID:a', 'DTSTART;TZID=X:20270614T070000'),
      ),
  ],
  [
    'a zone whose day never comes',
    () =>
      calendar(
        'BEGIN:VTIMEZONE',
        'TZID:X',
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
        'RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=9SU',
        'TZOFFSETFROM:+0100',
        'TZOFFSETTO:+0200',
        'END:STANDARD',
        'END:VTIMEZONE',
        ...entry('UID:a', 'DTSTART;TZID=X:20270614T070000'),
      ),
  ],
  [
    'a zone of many rules in the year 9999',
    () =>
      calendar(
        'BEGIN:VTIMEZONE',
        'TZID:X',
        ...Array.from({ length: 300 }, () => [
          'BEGIN:STANDARD',
          'DTSTART:00010101T000000',
          'RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=1SU',
          'TZOFFSETFROM:+0100',
          'TZOFFSETTO:+0200',
          'END:STANDARD',
        ]).flat(),
        'END:VTIMEZONE',
        ...entry('UID:a', 'DTSTART;TZID=X:99990614T070000'),
      ),
  ],
  ['more entries than we take', () => calendar(...Array.from({ length: 20_000 }, () => entry('UID:a')).flat())],
  ['line ends only', () => Buffer.from('\n'.repeat(2e6))],
  ['short lines', () => calendar(...entry('UID:a', 'A:B\n'.repeat(500_000)))],
])('%s', (_name, make) => {
  const content = make()
  const began = performance.now()
  expect(refusal(content)).toMatch(/^(read|calendar-)/)
  expect(performance.now() - began).toBeLessThan(4000)
})

describe('within two megabytes nobody can make it think for long', () => {
  const many = <Item>(count: number, item: (at: number) => Item) => Array.from({ length: count }, (_, at) => item(at))
  const MILLISECONDS = 1500
  const OFFSETS = ['TZOFFSETFROM:+0200', 'TZOFFSETTO:+0200']
  const took = (content: Uint8Array) => {
    const began = performance.now()
    const { entries } = readCalendar(content, KIGALI)
    return { entries, isLong: performance.now() - began > MILLISECONDS }
  }

  test('sixty thousand dates on the clocks of a zone with sixty thousand changes', () => {
    const onsets = (block: number) => many(499, (at) => `200001${10 + (at % 20)}T${10 + (block % 10)}0000`).join()
    const zone = many(120, (block) => [
      'BEGIN:STANDARD',
      ...OFFSETS,
      'DTSTART:20000101T000000',
      `RDATE:${onsets(block)}`,
      'END:STANDARD',
    ])
    const without = many(999, (at) => `20270${1 + (at % 9)}01T100000`).join()
    const entries = many(60, (at) =>
      entry(
        `UID:${at}`,
        'SUMMARY:A',
        'DTSTART;TZID=Ours:20270615T090000',
        'RRULE:FREQ=DAILY;COUNT=2',
        `EXDATE;TZID=Ours:${without}`,
      ),
    )
    const content = calendar('BEGIN:VTIMEZONE', 'TZID:Ours', ...zone.flat(), 'END:VTIMEZONE', ...entries.flat())
    const read = took(content)
    expect(read.isLong).toBe(false)
    expect(read.entries).toHaveLength(120)
    expect(read.entries[0]!.when).toEqual({ startsAt: '2027-06-15T07:00:00.000Z', endsAt: '2027-06-15T08:00:00.000Z' })
  })

  test('a zone with more yearly rules than any has, which then counts as unknown', () => {
    const zone = many(61, () => [
      'BEGIN:STANDARD',
      ...OFFSETS,
      'DTSTART:20000326T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'END:STANDARD',
    ])
    const content = calendar(
      'BEGIN:VTIMEZONE',
      'TZID:Ours',
      ...zone.flat(),
      'END:VTIMEZONE',
      ...entry('UID:a', 'SUMMARY:A', 'DTSTART;TZID=Ours:20270615T090000'),
    )
    expect(took(content).entries[0]!.problem).toEqual({ code: 'zone-unknown', details: { zone: 'Ours' } })
  })

  test('hundreds of thousands of parameters', () => {
    const read = took(calendar(...entry('UID:a', `SUMMARY${';A=b'.repeat(400_000)}:x`, 'DTSTART:20270615T090000Z')))
    expect(read).toMatchObject({ isLong: false, entries: [{ problem: { code: 'unreadable' } }] })
    const long = `SUMMARY;ALTREP="data:text/plain,${'x'.repeat(20_000)}":A long one`
    expect(took(calendar(...entry('UID:a', long, 'DTSTART:20270615T090000Z'))).entries[0]!.title).toBe('A long one')
  })

  test.each([
    ['spaces', `LOCATION:a${' '.repeat(1_800_000)}b`],
    ['backslashes', `DESCRIPTION:${'\\'.repeat(1_800_000)}`],
    ['tags without an end', `DESCRIPTION:<b>${'<a '.repeat(600_000)}`],
    ['signs without a name', `DESCRIPTION:<b>${'&#'.repeat(900_000)}`],
    ['lines of spaces', `DESCRIPTION:<b>${' \\n'.repeat(600_000)}`],
    ['links without an address', `DESCRIPTION:<a ${'href = '.repeat(250_000)}>`],
    ['categories', `CATEGORIES:${'a,'.repeat(900_000)}`],
  ])('%s', (_, line) => {
    const read = took(calendar(...entry('UID:a', 'SUMMARY:A', 'DTSTART:20270615T090000Z', line)))
    expect(read).toMatchObject({ isLong: false, entries: [{ problem: null }] })
    expect(read.entries[0]!.categories.length).toBeLessThan(100)
  })
})
