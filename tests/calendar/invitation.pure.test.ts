import { describe, expect, it } from 'vitest'
import type { CalendarEntry, Invitation } from '#app/calendar/calendar-entry.ts'
import { joinCalendar, writeEntry } from '#app/calendar/write-calendar.ts'
import { givenEntry } from '#tests/support/calendar-entry.ts'
import { contentLines } from '#tests/support/ical-checker.ts'
import { expectAgreement } from '#tests/support/judges/expect-agreement.ts'

function invitation(given: Partial<Invitation> = {}): Invitation {
  return {
    method: 'REQUEST',
    organizer: { name: 'Events', email: 'events@plenary.example' },
    attendee: { name: 'Ana', email: 'ana@example.org' },
    ...given,
  }
}

function message(given: Partial<Invitation> = {}, entry: Partial<CalendarEntry> = {}): string {
  const asked = invitation(given)
  const text = writeEntry(givenEntry(entry), 'plenary.example', asked)
  return joinCalendar({ name: 'N', sourceUrl: 'https://e.org/n.ics', method: asked.method }, [text])
}

const HOUR = { startsAt: '2027-07-01T07:00:00.000Z', endsAt: '2027-07-01T08:00:00.000Z', zone: 'Europe/Berlin' }
const OFF = { status: 'CANCELLED', isBusy: false } as const

describe('an invitation', () => {
  it('has one attendee, who has accepted and is not asked, and no name of a calendar', async () => {
    const body = message({}, { when: HOUR, isBusy: true })
    const { method, name, events } = await expectAgreement(body)
    expect([method, name]).toEqual(['REQUEST', null])
    expect(events[0]).toMatchObject({
      start: '2027-07-01T07:00:00Z',
      organizer: ['Events', 'mailto:events@plenary.example'],
      attendees: [['Ana', 'mailto:ana@example.org']],
    })
    const { parameters } = contentLines(body).find(({ name: line }) => line === 'ATTENDEE')!
    expect(parameters).toEqual({ ROLE: 'REQ-PARTICIPANT', PARTSTAT: 'ACCEPTED', RSVP: 'FALSE', CN: '"Ana"' })
  })

  it('is taken back under the same UID', async () => {
    const { method, events } = await expectAgreement(message({ method: 'CANCEL' }, OFF))
    expect([method, events[0]!.status, events[0]!.uid]).toEqual([
      'CANCEL',
      'CANCELLED',
      'event-0193a1b2-0000-7000-8000-000000000001@plenary.example',
    ])
  })

  it('does not ask for what is cancelled, nor take back what is not', () => {
    expect(() => message({}, OFF)).toThrow(RangeError)
    expect(() => message({ method: 'CANCEL' })).toThrow(RangeError)
  })

  it('calls who has no name by the address', async () => {
    const { events } = await expectAgreement(message({ attendee: { name: ' \r\n', email: 'ana@example.org' } }))
    expect(events[0]!.attendees).toEqual([['ana@example.org', 'mailto:ana@example.org']])
  })

  it.each([
    ['ana+x@example.org', 'mailto:ana+x@example.org'],
    ['o’neil&co@example.org', 'mailto:o%E2%80%99neil%26co@example.org'],
    ['نور@example.org', 'mailto:%D9%86%D9%88%D8%B1@example.org'],
    ['50%@example.org', 'mailto:50%25@example.org'],
  ])('writes %s as an address', async (email, address) => {
    const { events } = await expectAgreement(message({ attendee: { name: 'A', email } }))
    expect(events[0]!.attendees[0]![1]).toBe(address)
  })

  it.each([
    '',
    'ana',
    'ana@',
    'a b@e.org',
    'a@e.org\r\nUID:x',
    'a,b@e.org',
    '"a"@e.org',
    '<a@e.org>',
    'a@e.org?cc=b',
    '\uD83D@e.org',
  ])('refuses %j', (email) => {
    expect(() => message({ attendee: { name: 'A', email } })).toThrow(RangeError)
    expect(() => message({ organizer: { name: 'A', email } })).toThrow(RangeError)
  })
})
