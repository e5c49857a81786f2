import { describe, expect, it } from 'vitest'
import { icalFaults } from './ical-checker.ts'

const GOOD = [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//X//Y//EN', 'CALSCALE:GREGORIAN', 'NAME:A', 'X-WR-CALNAME:A',
  'BEGIN:VEVENT', 'UID:event-1@e.org', 'SEQUENCE:0', 'DTSTAMP:20270101T000000Z', 'DTSTART;VALUE=DATE:20270201',
  'DTEND;VALUE=DATE:20270202', 'SUMMARY:S', 'TRANSP:OPAQUE', 'STATUS:CONFIRMED', 'URL:https://e.org/1', 'GEO:1;2',
  'END:VEVENT', 'END:VCALENDAR', '',
].join('\r\n') // prettier-ignore

describe('the strict checker', () => {
  it('has nothing against a clean file', () => {
    expect(icalFaults(GOOD)).toEqual([])
  })

  // Every fault that ical.js, libical, vobject and python-icalendar let pass.
  it.each([
    ['a local DTSTAMP', 'DTSTAMP:20270101T000000Z', 'DTSTAMP:20270101T000000'],
    ['no DTSTAMP', 'DTSTAMP:20270101T000000Z\r\n', ''],
    ['no UID', 'UID:event-1@e.org\r\n', ''],
    ['a zero-length day', 'DTEND;VALUE=DATE:20270202', 'DTEND;VALUE=DATE:20270201'],
    ['a day and a time', 'DTEND;VALUE=DATE:20270202', 'DTEND:20270202T000000Z'],
    ['an end before the start', 'DTEND;VALUE=DATE:20270202', 'DTEND;VALUE=DATE:20270131'],
    ['an undefined TZID', 'DTSTART;VALUE=DATE:20270201', 'DTSTART;TZID=Africa/Kigali:20270201T090000'],
    ['a raw line end in NAME', 'NAME:A\r\n', 'NAME:A\nB\r\n'],
    ['a control character', 'SUMMARY:S', 'SUMMARY:S\u0007'],
    ['an escaped URL', 'URL:https://e.org/1', 'URL:https://e.org/a\\,b'],
    ['an invalid URL', 'URL:https://e.org/1', 'URL:nowhere'],
    ['GEO 95;200', 'GEO:1;2', 'GEO:95;200'],
    ['LF only', '\r\nSUMMARY', '\nSUMMARY'],
    ['no final CRLF', 'END:VCALENDAR\r\n', 'END:VCALENDAR'],
    ['a misspelt STATUS', 'STATUS:CONFIRMED', 'STATUS:CANCELED'],
    ['an unescaped comma', 'SUMMARY:S', 'SUMMARY:a,b'],
    ['a line of 76 octets', 'SUMMARY:S', `SUMMARY:${'x'.repeat(68)}`],
    ['a parted escape', 'SUMMARY:S', 'SUMMARY:a\\\r\n ,b'],
    ['a parted grapheme', 'SUMMARY:S', 'SUMMARY:e\r\n \u0301'],
  ])('finds %s', (_name, from, to) => {
    expect(icalFaults(GOOD.replace(from, to))).not.toEqual([])
  })
})
