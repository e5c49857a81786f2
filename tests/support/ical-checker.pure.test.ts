import { describe, expect, it } from 'vitest'
import { icalFaults } from './ical-checker.ts'

const DAY = file(
  'NAME:A', 'X-WR-CALNAME:A', 'SOURCE;VALUE=URI:https://e.org/a.ics', 'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
  'X-PUBLISHED-TTL:PT1H',
  ...event('DTSTART;VALUE=DATE:20270201', 'DTEND;VALUE=DATE:20270202', 'GEO:0;-2.5', 'CATEGORIES:a\\,b,c',
    'LOCATION:L', 'CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL="Join"\r\n :https://e.org/j?a=1,2'),
) // prettier-ignore
const BERLIN = [
  'BEGIN:VTIMEZONE', 'TZID:Europe/Berlin',
  'BEGIN:STANDARD', 'DTSTART:19701025T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD',
  'BEGIN:DAYLIGHT', 'DTSTART:19700329T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT', 'END:VTIMEZONE',
] // prettier-ignore
const CLOCK = ['DTSTART;TZID=Europe/Berlin:20270201T090000', 'DTEND;TZID=Europe/Berlin:20270201T100000']
const LOCAL = file('NAME:A', 'X-WR-CALNAME:A', ...BERLIN, ...event(...CLOCK))
const KIGALI = [
  'BEGIN:VTIMEZONE', 'TZID:Africa/Kigali', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0200', 'END:STANDARD', 'END:VTIMEZONE',
] // prettier-ignore
const FIXED = file('NAME:A', 'X-WR-CALNAME:A', ...KIGALI, ...event(...CLOCK)).replaceAll(
  '=Europe/Berlin',
  '=Africa/Kigali',
)
const HOUR = ['DTSTART:20270201T090000Z', 'DTEND:20270201T100000Z']
const ORGANIZER = 'ORGANIZER;CN="O":mailto:o@e.org'
const ATTENDEE = 'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE\r\n ;CN="A":mailto:a@b.c'
const REQUEST = file('METHOD:REQUEST', ...event(...HOUR, ORGANIZER, ATTENDEE))
const CANCEL = REQUEST.replace('REQUEST', 'CANCEL').replace('CONFIRMED', 'CANCELLED').replace('OPAQUE', 'TRANSPARENT')

function file(...lines: string[]): string {
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//X//Y//EN', 'CALSCALE:GREGORIAN']
  return [...head, ...lines, 'END:VCALENDAR', ''].join('\r\n')
}

function event(...lines: string[]): string[] {
  const stamps = ['DTSTAMP:20270101T000000Z', 'LAST-MODIFIED:20270101T000000Z', 'CREATED:20270101T000000Z']
  const head = ['BEGIN:VEVENT', 'UID:event-1@e.org', 'SEQUENCE:0', ...stamps, 'SUMMARY:S', 'DESCRIPTION:D']
  return [...head, ...lines, 'TRANSP:OPAQUE', 'STATUS:CONFIRMED', 'URL:https://e.org/1', 'END:VEVENT']
}

describe('the strict checker', () => {
  it.each(Object.entries({ DAY, LOCAL, FIXED, REQUEST, CANCEL }))(
    'has nothing against a clean file: %s',
    (_name, text) => {
      expect(icalFaults(text)).toEqual([])
    },
  )

  it('lets a grapheme that no line can hold be parted', () => {
    const wide = `e${'\u0301'.repeat(40)}`
    expect(icalFaults(DAY.replace('SUMMARY:S', `SUMMARY:${wide.slice(0, 30)}\r\n ${wide.slice(30)}`))).toEqual([])
  })
})

type Row = [name: string, from: string, to: string, fault: string | string[]]

/** Each is the only fault of its file, and is reported; a list where it cannot be there alone. */
function finds(text: string, rows: Row[]): void {
  it.each(rows)('finds %s', (_name, from, to, fault) => {
    expect(text).toContain(from)
    const found = icalFaults(text.replace(from, () => to))
    expect(found.map((one) => one.replace('event-1@e.org: ', ''))).toEqual([fault].flat())
  })
}

describe('in the octets', () => {
  finds(DAY, [
    [
      'a byte order mark',
      'BEGIN:VCALENDAR',
      '\uFEFFBEGIN:VCALENDAR',
      ['a byte order mark', 'not a content line: \uFEFFBEGIN:VCALENDAR', 'components do not nest'],
    ],
    ['no final CRLF', 'END:VCALENDAR\r\n', 'END:VCALENDAR', 'the last line has no CRLF'],
    ['a control character', 'SUMMARY:S', 'SUMMARY:S\u0007', 'a control character'],
    ['a line separator', 'SUMMARY:S', 'SUMMARY:S\u2028T', 'a line separator'],
    ['an empty line', '\r\nSUMMARY', '\r\n\r\nSUMMARY', 'an empty line'],
    ['76 octets', 'SUMMARY:S', `SUMMARY:${'x'.repeat(68)}`, `more than 75 octets: SUMMARY:${'x'.repeat(68)}`],
    [
      '76 octets of few letters',
      'SUMMARY:S',
      `SUMMARY:${'é'.repeat(34)}`,
      `more than 75 octets: SUMMARY:${'é'.repeat(34)}`,
    ],
    ['half a character', 'SUMMARY:S', 'SUMMARY:\uD83D', 'half a character: SUMMARY:\uD83D'],
    ['a parted escape', 'SUMMARY:S', 'SUMMARY:a\\\r\n ,b', 'an escape parted by a fold: SUMMARY:a\\'],
    ['a parted accent', 'SUMMARY:S', 'SUMMARY:e\r\n \u0301', 'a fold inside a grapheme'],
    ['a parted flag', 'SUMMARY:S', 'SUMMARY:🇰\r\n 🇪', 'a fold inside a grapheme'],
    ['a parted word', 'SUMMARY:S', 'SUMMARY:S\r\nleft over', 'not a content line: left over'],
  ])

  it('finds line ends of other kinds', () => {
    expect(icalFaults(DAY.replaceAll('\r\n', '\n'))).toContain('a line end that is not CRLF')
    expect(icalFaults(DAY.replace('NAME:A', 'NAME:A\nB'))).toContain('a line end that is not CRLF')
    expect(icalFaults(DAY.replace('NAME:A', 'NAME:A\rB'))).toContain('a line end that is not CRLF')
  })
})

describe('in the calendar', () => {
  finds(DAY, [
    ['a component that does not end', 'END:VEVENT\r\n', '', 'components do not nest'],
    ['two calendars', 'BEGIN:VEVENT', 'END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT', 'components do not nest'],
    ['an event in an event', 'SUMMARY:S', 'SUMMARY:S\r\nBEGIN:VEVENT\r\nEND:VEVENT', 'an unexpected component: VEVENT'],
    ['an alarm', 'END:VEVENT', 'BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT', 'an unexpected component: VALARM'],
    ['a task', 'BEGIN:VEVENT', 'BEGIN:VTODO\r\nEND:VTODO\r\nBEGIN:VEVENT', 'an unexpected component: VTODO'],
    ['another version', 'VERSION:2.0', 'VERSION:1.0', 'not version 2.0'],
    ['no PRODID', 'PRODID:-//X//Y//EN\r\n', '', 'no PRODID'],
    ['another scale', 'CALSCALE:GREGORIAN', 'CALSCALE:JULIAN', 'another calendar scale'],
    ['two names', 'NAME:A', 'NAME:B', 'two names'],
    ['TIMEZONE-ID', 'NAME:A', 'TIMEZONE-ID:Europe/Berlin\r\nNAME:A', 'an unexpected TIMEZONE-ID'],
    ['PUBLISH', 'CALSCALE:GREGORIAN\r\nNAME:A\r\nX-WR-CALNAME:A\r\nSOURCE;VALUE=URI:https://e.org/a.ics\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H', 'CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH', 'METHOD PUBLISH'],
    ['an interval twice', 'X-PUBLISHED-TTL:PT1H', 'X-PUBLISHED-TTL:PT2H', 'two intervals'],
    ['an interval as text', ';VALUE=DURATION', '', 'REFRESH-INTERVAL without VALUE=DURATION'],
    ['a source that is no address', 'https://e.org/a.ics', 'a.ics', 'not an address: SOURCE:a.ics'],
    ['a UID twice', 'END:VCALENDAR', `${event('DTSTART;VALUE=DATE:20270201', 'DTEND;VALUE=DATE:20270202').join('\r\n')}\r\nEND:VCALENDAR`, 'a UID twice: event-1@e.org'],
  ]) // prettier-ignore

  it('finds a badly escaped name', () => {
    expect(icalFaults(DAY.replaceAll('NAME:A', 'NAME:A,B'))).toEqual([
      'badly escaped: NAME:A,B',
      'badly escaped: X-WR-CALNAME:A,B',
    ])
  })

  it('finds an odd interval', () => {
    expect(icalFaults(DAY.replaceAll('PT1H', 'hourly'))).toEqual(['an odd interval'])
  })
})

describe('in an event', () => {
  finds(DAY, [
    ['a local DTSTAMP', 'DTSTAMP:20270101T000000Z', 'DTSTAMP:20270101T000000', 'DTSTAMP is not in UTC: 20270101T000000'],
    ['a local LAST-MODIFIED', 'LAST-MODIFIED:20270101T000000Z', 'LAST-MODIFIED:20270101', ['LAST-MODIFIED is not in UTC: 20270101', 'DTSTAMP is not when it last changed']],
    ['a local CREATED', 'CREATED:20270101T000000Z', 'CREATED:20270101T000000', 'CREATED is not in UTC: 20270101T000000'],
    ['no DTSTAMP', 'DTSTAMP:20270101T000000Z\r\n', '', 'no DTSTAMP'],
    ['a DTSTAMP of now', 'DTSTAMP:20270101T000000Z', 'DTSTAMP:20270102T000000Z', 'DTSTAMP is not when it last changed'],
    ['no UID', 'UID:event-1@e.org\r\n', '', ': no UID'],
    ['no SEQUENCE', 'SEQUENCE:0\r\n', '', 'no SEQUENCE'],
    ['a SEQUENCE below zero', 'SEQUENCE:0', 'SEQUENCE:-1', 'an odd SEQUENCE'],
    ['no end', 'DTEND;VALUE=DATE:20270202\r\n', '', 'no DTEND'],
    ['a zero-length day', 'DATE:20270202', 'DATE:20270201', 'an end that is not after the start'],
    ['an end before the start', 'DATE:20270202', 'DATE:20270131', 'an end that is not after the start'],
    ['a day and a time', 'DTEND;VALUE=DATE:20270202', 'DTEND:20270202T000000Z', 'a day and a time'],
    ['a period', 'DTEND;VALUE=DATE:20270202', 'DTEND;VALUE=PERIOD:20270202', ['an odd VALUE of DTEND', 'no such time: DTEND:20270202', 'a day and a time']],
    ['a day that does not exist', 'DATE:20270202', 'DATE:20270230', 'no such time: DTEND:20270230'],
    ['a misspelt STATUS', 'STATUS:CONFIRMED', 'STATUS:CANCELED', 'an unknown STATUS'],
    ['an unknown TRANSP', 'TRANSP:OPAQUE', 'TRANSP:BUSY', 'an unknown TRANSP'],
    ['cancelled and busy', 'STATUS:CONFIRMED', 'STATUS:CANCELLED', 'cancelled and busy'],
    ['an unescaped comma', 'SUMMARY:S', 'SUMMARY:a,b', 'badly escaped: SUMMARY:a,b'],
    ['an escaped colon', 'DESCRIPTION:D', 'DESCRIPTION:a\\:b', 'badly escaped: DESCRIPTION:a\\:b'],
    ['an unescaped semicolon', 'CATEGORIES:a\\,b,c', 'CATEGORIES:a;b', 'badly escaped: CATEGORIES:a;b'],
    ['an empty SUMMARY', 'SUMMARY:S', 'SUMMARY:', 'an empty SUMMARY'],
    ['an empty DESCRIPTION', 'DESCRIPTION:D', 'DESCRIPTION:', 'an empty DESCRIPTION'],
    ['empty CATEGORIES', 'CATEGORIES:a\\,b,c', 'CATEGORIES:', 'an empty CATEGORIES'],
    ['an empty LOCATION', 'LOCATION:L', 'LOCATION:', 'an empty LOCATION'],
    ['an escaped URL', 'URL:https://e.org/1', 'URL:https://e.org/a\\,b', 'not an address: URL:https://e.org/a\\,b'],
    ['an invalid URL', 'URL:https://e.org/1', 'URL:nowhere', 'not an address: URL:nowhere'],
    ['a URL in another script', 'URL:https://e.org/1', 'URL:https://e.org/é', 'not an address: URL:https://e.org/é'],
    ['an escaped CONFERENCE', 'j?a=1,2', 'j?a=1\\,2', 'not an address: CONFERENCE:https://e.org/j?a=1\\,2'],
    ['CONFERENCE as text', 'CONFERENCE;VALUE=URI;', 'CONFERENCE;', 'CONFERENCE without VALUE=URI'],
    ['a caret escape', 'LABEL="Join"', `LABEL="^'Join^'"`, 'an escape in LABEL of CONFERENCE'],
    ['GEO 95;200', 'GEO:0;-2.5', 'GEO:95;200', 'GEO 95;200'],
    ['GEO with a comma', 'GEO:0;-2.5', 'GEO:0,-2.5', 'GEO 0,-2.5'],
    ['Microsoft’s properties', 'SUMMARY:S', 'SUMMARY:S\r\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE', 'an unexpected X-MICROSOFT-CDO-ALLDAYEVENT'],
    ['HTML', 'SUMMARY:S', 'SUMMARY:S\r\nX-ALT-DESC:S', 'an unexpected X-ALT-DESC'],
    ['two summaries', 'SUMMARY:S', 'SUMMARY:S\r\nSUMMARY:S', 'SUMMARY twice'],
    ['a language', 'SUMMARY:S', 'SUMMARY;LANGUAGE=en:S', 'an unexpected LANGUAGE of SUMMARY'],
    ['a UID without a domain', 'UID:event-1@e.org', 'UID:1', '1: an odd UID'],
    ['an attendee', 'SUMMARY:S', 'SUMMARY:S\r\nATTENDEE:mailto:a@b.c', 'ATTENDEE without METHOD'],
  ]) // prettier-ignore
})

const BOTH = CLOCK.join('\r\n')
const ZONE = BERLIN.join('\r\n')
const SUMMER = BERLIN.slice(8, 14).join('\r\n')

describe('in the times and zones', () => {
  finds(LOCAL, [
    ['a start and an end in two forms', CLOCK[1]!, 'DTEND:20270201T100000Z', 'a start and an end in two zones'],
    ['an hour that no clock shows', ':20270201T100000', ':20270201T240000', 'no such time: DTEND:20270201T240000'],
    ['UTC with a zone', ':20270201T100000', ':20270201T100000Z', 'UTC with a zone: DTEND:20270201T100000Z'],
    ['an end at the start', ':20270201T100000', ':20270201T090000', 'an end that is not after the start'],
    ['an undefined TZID', `${ZONE}\r\n`, '', 'a TZID without its VTIMEZONE: Europe/Berlin'],
    ['an unused VTIMEZONE', BOTH, HOUR.join('\r\n'), 'a VTIMEZONE that nothing uses: Europe/Berlin'],
    ['other bytes', 'TZID:Europe/Berlin', 'TZID:Europe/berlin', ['a TZID without its VTIMEZONE: Europe/Berlin', 'a VTIMEZONE that nothing uses: Europe/berlin']],
    ['a VTIMEZONE twice', ZONE, `${ZONE}\r\n${ZONE}`, 'a VTIMEZONE twice: Europe/Berlin'],
    ['a VTIMEZONE after its event', 'END:VCALENDAR', `${KIGALI.join('\r\n')}\r\n${event('DTSTART;TZID=Africa/Kigali:20270201T090000', 'DTEND;TZID=Africa/Kigali:20270201T100000').join('\r\n').replace('event-1', 'event-2')}\r\nEND:VCALENDAR`, 'a zone after an event'],
    ['X-LIC-LOCATION', 'TZID:Europe/Berlin', 'TZID:Europe/Berlin\r\nX-LIC-LOCATION:Europe/Berlin', 'Europe/Berlin: an unexpected X-LIC-LOCATION'],
    ['two histories', SUMMER, `${SUMMER}\r\n${SUMMER}`, 'Europe/Berlin: 2 DAYLIGHT'],
    ['no STANDARD', BERLIN.slice(2, 8).join('\r\n'), '', ['an empty line', 'Europe/Berlin: 0 STANDARD', 'Europe/Berlin: offsets that do not mirror each other']],
    ['a move without a return', `${SUMMER}\r\n`, '', ['Europe/Berlin: an unexpected RRULE', 'Europe/Berlin: a move without a return']],
    ['no RRULE', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n', '', ['Europe/Berlin: no RRULE', 'Europe/Berlin: no yearly rule of DAYLIGHT from its DTSTART']],
    ['an RRULE with an end', 'BYDAY=-1SU', 'BYDAY=-1SU;UNTIL=20271031T010000Z', 'Europe/Berlin: no yearly rule of STANDARD from its DTSTART'],
    ['an RRULE by days of the month', 'BYMONTH=3;BYDAY=-1SU', 'BYMONTH=3;BYMONTHDAY=29', 'Europe/Berlin: no yearly rule of DAYLIGHT from its DTSTART'],
    ['an onset on another Sunday', '19700329T020000', '19700322T020000', 'Europe/Berlin: no yearly rule of DAYLIGHT from its DTSTART'],
    ['an onset on a Saturday', '19701025T030000', '19701024T030000', 'Europe/Berlin: no yearly rule of STANDARD from its DTSTART'],
    ['an onset in another year', '19701025T030000', '19711031T030000', 'Europe/Berlin: an odd DTSTART of STANDARD'],
    ['an onset in UTC', '19701025T030000', '19701025T010000Z', 'Europe/Berlin: an odd DTSTART of STANDARD'],
    ['offsets that do not fit', 'TZOFFSETFROM:+0200', 'TZOFFSETFROM:+0300', 'Europe/Berlin: offsets that do not mirror each other'],
    ['an odd offset', 'TZOFFSETTO:+0100', 'TZOFFSETTO:+1', ['Europe/Berlin: an odd TZOFFSETTO of STANDARD', 'Europe/Berlin: offsets that do not mirror each other']],
    ['a list of dates', 'END:DAYLIGHT', 'RDATE:19710328T020000\r\nEND:DAYLIGHT', 'Europe/Berlin: an unexpected RDATE'],
  ]) // prettier-ignore

  finds(DAY, [
    ['a day with a zone', 'DTEND;VALUE=DATE:', 'DTEND;VALUE=DATE;TZID=Africa/Kigali:', ['a TZID without its VTIMEZONE: Africa/Kigali', 'a day with a zone: DTEND', 'a start and an end in two zones']],
  ]) // prettier-ignore

  it('finds floating times', () => {
    const floating = file('NAME:A', 'X-WR-CALNAME:A', ...event('DTSTART:20270201T090000', 'DTEND:20270201T100000'))
    const found = ['a floating time: DTSTART:20270201T090000', 'a floating time: DTEND:20270201T100000']
    expect(icalFaults(floating)).toEqual(found.map((fault) => `event-1@e.org: ${fault}`))
  })

  it('finds winter written as the larger offset, as the zone database has it of Dublin', () => {
    const swapped = LOCAL.replaceAll(/STANDARD|DAYLIGHT/g, (name) => (name === 'STANDARD' ? 'DAYLIGHT' : 'STANDARD'))
    expect(icalFaults(swapped)).toEqual(['Europe/Berlin: DAYLIGHT is not the larger offset'])
  })

  it.each(['GMT', 'UTC', 'Etc/UTC', '/example.org/Europe/Berlin', 'W. Europe Standard Time', 'EST5EDT'])(
    'finds a zone that is called %s',
    (name) => {
      const found = icalFaults(FIXED.replaceAll('Africa/Kigali', name))
      expect(found).toEqual([`${name}: not the name of a place`])
    },
  )
})

describe('in a message', () => {
  finds(REQUEST, [
    ['no ORGANIZER', `${ORGANIZER}\r\n`, '', 'REQUEST without ORGANIZER'],
    ['no ATTENDEE', `${ATTENDEE}\r\n`, '', 'REQUEST without ATTENDEE'],
    ['two attendees', ATTENDEE, `${ATTENDEE}\r\n${ATTENDEE}`, 'ATTENDEE twice'],
    ['an address that is escaped', 'mailto:a@b.c', 'mailto:a\\,b@b.c', 'an address that is not mailto:'],
    ['MAILTO', 'mailto:a@b.c', 'MAILTO:a@b.c', 'an address that is not mailto:'],
    ['no name', ';CN="A"', '', 'a person without a quoted CN'],
    ['a name that is not quoted', 'CN="O"', 'CN=O', 'a person without a quoted CN'],
    ['a question', 'RSVP=FALSE', 'RSVP=TRUE', 'an odd RSVP of ATTENDEE'],
    ['an open answer', 'PARTSTAT=ACCEPTED', 'PARTSTAT=NEEDS-ACTION', 'an odd PARTSTAT of ATTENDEE'],
    ['no ROLE', 'ROLE=REQ-PARTICIPANT;', '', 'an odd ROLE of ATTENDEE'],
    ['SENT-BY', 'CN="O"', 'CN="O";SENT-BY="mailto:x@e.org"', 'an unexpected SENT-BY of ORGANIZER'],
    ['CANCEL of what stands', 'METHOD:REQUEST', 'METHOD:CANCEL', 'CANCEL with STATUS:CONFIRMED'],
    ['another METHOD', 'METHOD:REQUEST', 'METHOD:COUNTER', 'METHOD COUNTER'],
    ['PUBLISH', 'METHOD:REQUEST', 'METHOD:PUBLISH', 'METHOD PUBLISH'],
    ['METHOD twice', 'METHOD:REQUEST', 'METHOD:REQUEST\r\nMETHOD:REQUEST', 'METHOD twice'],
    ['a name of a calendar', 'METHOD:REQUEST', 'METHOD:REQUEST\r\nX-WR-CALNAME:A', ['an unexpected X-WR-CALNAME', 'two names']],
    ['two entries', 'END:VCALENDAR', `${event(...HOUR).join('\r\n').replace('event-1', 'event-2')}\r\nEND:VCALENDAR`, 'REQUEST of 2 entries'],
    ['a quotation mark in a name', 'CN="O"', 'CN="O\\"P"', ['not a content line: ORGANIZER;CN="O\\"P":mailto:o@e.org', 'REQUEST without ORGANIZER']],
  ]) // prettier-ignore

  it('finds REQUEST of what is cancelled', () => {
    expect(icalFaults(CANCEL.replace('METHOD:CANCEL', 'METHOD:REQUEST'))).toEqual(['REQUEST with STATUS:CANCELLED'])
  })
})
