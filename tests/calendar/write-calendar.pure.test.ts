import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { writeCalendar } from '#app/calendar/write-calendar.ts'
import { givenEntry, written } from '#tests/support/calendar-entry.ts'
import { contentLines, icalFaults } from '#tests/support/ical-checker.ts'

// The numbers are those of the test vectors in the interoperability notes (A.7).

/** What another program reads: the events of a file, by Mozilla's parser. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
}

function lineOf(text: string, name: string): string | undefined {
  const line = contentLines(text).find((one) => one.name === name)
  return (
    line &&
    `${name}${Object.entries(line.parameters)
      .map(([key, value]) => `;${key}=${value}`)
      .join('')}:${line.value}`
  )
}

describe('days and hours', () => {
  it('ends a whole day on the next one, exclusively (25)', () => {
    const text = written({ when: { startsOn: '2027-02-01', endsOn: '2027-02-01' } })
    expect(icalFaults(text)).toEqual([])
    expect(lineOf(text, 'DTSTART')).toBe('DTSTART;VALUE=DATE:20270201')
    expect(lineOf(text, 'DTEND')).toBe('DTEND;VALUE=DATE:20270202')
  })

  it.each(['America/Los_Angeles', 'UTC', 'Pacific/Apia'])('writes five days alike in a process in %s (26)', (zone) => {
    const before = process.env.TZ
    process.env.TZ = zone
    try {
      const text = written({})
      expect(lineOf(text, 'DTEND')).toBe('DTEND;VALUE=DATE:20270206')
      expect(lineOf(text, 'DTSTAMP')).toBe('DTSTAMP:20260203T040506Z')
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  })

  it('writes hours in UTC', () => {
    const text = written({
      when: { startsAt: '2027-02-01T03:15:00.000Z', endsAt: '2027-02-01T11:15:00.000Z', zone: 'UTC' },
    })
    expect(icalFaults(text)).toEqual([])
    expect(lineOf(text, 'DTSTART')).toBe('DTSTART:20270201T031500Z')
    expect(read(text)[0]!.startDate.toJSDate().toISOString()).toBe('2027-02-01T03:15:00.000Z')
  })

  it('refuses an end before the start instead of swapping them', () => {
    expect(() => written({ when: { startsOn: '2027-02-05', endsOn: '2027-02-01' } })).toThrow(RangeError)
    expect(() =>
      written({ when: { startsAt: '2027-02-01T11:00:00.000Z', endsAt: '2027-02-01T11:00:00.000Z', zone: 'UTC' } }),
    ).toThrow(RangeError)
  })
})

describe('text', () => {
  it.each([
    ['graphemes of many octets (29)', '👩🏽‍💻🇰🇪 '.repeat(30).trim()],
    ['Chinese (31)', '互联网协会培训班，网络；'.repeat(8)],
    ['no space in 2,000 letters (32)', 'x'.repeat(2000)],
    ['every special sign (33)', 'C:\\new, semi; "quote" \\n literal'],
    ['marks on marks', `Z${'\u0301\u0316'.repeat(120)}algo`],
    ['Arabic and Ethiopic', 'نور تجريبي ሙከራ ምሳሌ '.repeat(12).trim()],
  ])('comes back identical: %s', (_name, summary) => {
    const text = written({ summary })
    expect(icalFaults(text).filter((fault) => !(summary.includes('\u0316') && fault.includes('grapheme')))).toEqual([])
    expect(read(text)[0]!.summary).toBe(summary.normalize('NFC'))
  })

  it('writes the special signs as the standard does (33)', () => {
    expect(lineOf(written({ summary: 'C:\\new, semi; "quote" \\n literal' }), 'SUMMARY')).toBe(
      'SUMMARY:C:\\\\new\\, semi\\; "quote" \\\\n literal',
    )
  })

  it('never parts an escape, wherever it falls (35)', () => {
    for (let before = 55; before < 75; before++)
      for (const escape of [',', ';', '\\', '\\n'])
        expect(icalFaults(written({ summary: `${'x'.repeat(before)}${escape}${'y'.repeat(80)}` }))).toEqual([])
  })

  it('makes one kind of line end of all (36)', () => {
    const [event] = read(written({ description: 'a\r\nb\rc\nd\u2028e\u2029f\u0085g' }))
    expect(event!.description).toBe('a\nb\nc\nd\ne\nf\ng')
  })

  it('drops control characters', () => {
    const text = written({ summary: 'a\u0000b\u0007c', description: 'd\u001be' })
    expect(icalFaults(text)).toEqual([])
  })

  it('lets nobody smuggle in a second event (38)', () => {
    const evil = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil'
    const text = writeCalendar(
      {
        name: evil,
        sourceUrl: null,
        entries: [givenEntry({ summary: evil, description: evil, location: evil, categories: [evil] })],
      },
      'plenary.example',
    )
    expect(icalFaults(text)).toEqual([])
    expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(1)
    expect(text.match(/^UID:/gm)).toHaveLength(1)
    expect(() => written({ uid: evil })).toThrow(RangeError)
    expect(() => written({ url: `https://e.org/${evil}` })).toThrow(RangeError)
  })
})

describe('properties', () => {
  it('leaves an address as it is, with other scripts percent-encoded (41)', () => {
    expect(lineOf(written({ url: 'https://e.org/e/1?a=1,2;b=3' }), 'URL')).toBe('URL:https://e.org/e/1?a=1,2;b=3')
    expect(lineOf(written({ url: 'https://e.org/é' }), 'URL')).toBe('URL:https://e.org/%C3%A9')
  })

  it('keeps a place on the equator and the meridian', () => {
    expect(lineOf(written({ geo: { latitude: 0, longitude: 0 } }), 'GEO')).toBe('GEO:0;0')
    expect(() => written({ geo: { latitude: 95, longitude: 200 } })).toThrow(RangeError)
  })

  it('has no METHOD, no alarm, no HTML and nothing of Microsoft’s', () => {
    expect(written({})).not.toMatch(/METHOD|VALARM|ALT-DESC|X-MICROSOFT|ATTENDEE|ORGANIZER/)
  })

  it('is the same bytes twice', () => {
    expect(written({}, { uid: 'event-2' })).toBe(written({}, { uid: 'event-2' }))
  })

  it('names itself once in each way, and how often to look', () => {
    const text = writeCalendar({ name: 'A, b; c', sourceUrl: 'https://e.org/events.ics?a=1,2', entries: [] }, 'e.org')
    expect(icalFaults(text)).toEqual([])
    expect(lineOf(text, 'NAME')).toBe('NAME:A\\, b\\; c')
    expect(lineOf(text, 'SOURCE')).toBe('SOURCE;VALUE=URI:https://e.org/events.ics?a=1,2')
    expect(lineOf(text, 'REFRESH-INTERVAL')).toBe('REFRESH-INTERVAL;VALUE=DURATION:PT1H')
  })

  it('holds the UID to the domain of the installation', () => {
    expect(lineOf(written({}), 'UID')).toBe('UID:event-0193a1b2-0000-7000-8000-000000000001@plenary.example')
  })
})
