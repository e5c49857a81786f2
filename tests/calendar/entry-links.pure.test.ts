import { describe, expect, test } from 'vitest'
import { googleLink, outlookLink } from '#app/calendar/entry-links.ts'
import { whenOf } from '#app/calendar/event-entry.ts'

const PAGE = { title: 'Réseaux & DNS + more', address: 'https://e.org/events/1?a=1', place: 'Kigali, Rwanda' }
const HOURS = {
  startsOn: '2027-06-14',
  endsOn: '2027-06-14',
  startsTime: '09:00',
  endsTime: '17:00',
  startsAt: '2027-06-14T07:00:00.000Z',
  endsAt: '2027-06-14T15:00:00.000Z',
  zone: 'Africa/Kigali',
}

function asked(link: string) {
  return Object.fromEntries(new URL(link).searchParams)
}

describe('hours', () => {
  const entry = { ...PAGE, when: whenOf(HOURS) }

  test('go to Google in UTC, with the zone of the event', () => {
    expect(asked(googleLink(entry))).toEqual({
      action: 'TEMPLATE',
      text: PAGE.title,
      dates: '20270614T070000Z/20270614T150000Z',
      details: PAGE.address,
      location: PAGE.place,
      ctz: 'Africa/Kigali',
    })
  })

  test('go to Outlook in UTC, and no space becomes a plus', () => {
    const link = outlookLink(entry)
    expect(asked(link)).toMatchObject({
      path: '/calendar/action/compose',
      rru: 'addevent',
      startdt: '2027-06-14T07:00:00Z',
      enddt: '2027-06-14T15:00:00Z',
      subject: PAGE.title,
      body: PAGE.address,
      location: PAGE.place,
    })
    expect(link).not.toContain('+')
    expect(link).not.toContain('allday')
  })
})

describe('days', () => {
  test.each([
    ['one day', { startsTime: null, endsTime: null }, '20270614/20270615', '2027-06-15'],
    ['five days', { startsTime: null, endsOn: '2027-06-18' }, '20270614/20270619', '2027-06-19'],
    [
      'five days with hours, so that no night looks taken',
      { endsOn: '2027-06-18', endsAt: '2027-06-18T15:00:00.000Z' },
      '20270614/20270619',
      '2027-06-19',
    ],
  ])('%s: the last is the day after, and no zone moves them', (_, given, dates, enddt) => {
    const entry = { ...PAGE, when: whenOf({ ...HOURS, ...given }) }
    const google = asked(googleLink(entry))
    expect(google.dates).toBe(dates)
    expect(google).not.toHaveProperty('ctz')
    expect(asked(outlookLink(entry))).toMatchObject({ startdt: '2027-06-14', enddt, allday: 'true' })
  })
})
