import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { givenEntry } from '../support/calendar-entry.ts'
import { toJcal } from '#app/calendar/jcal.ts'
import { writeCalendar } from '#app/calendar/write-calendar.ts'

function written(count: number): string {
  const entries = Array.from({ length: count }, (_, at) =>
    givenEntry({
      uid: `event-${at}`,
      summary: `End ${at}\r\nBEGIN:VEVENT; "END:VCALENDAR", \\n 👩🏽‍💻`,
      ...(at % 2 === 1 && {
        when: { startsAt: '2027-06-14T07:00:00.000Z', endsAt: '2027-06-14T08:00:00.000Z', zone: 'Europe/Berlin' },
      }),
    }),
  )
  return writeCalendar({ name: 'All', sourceUrl: 'https://e.org/events.ics', entries }, 'e.org')
}

test.each([0, 1, 2, 99, 100, 101, 250])('%i entries are what ical.js reads in the whole file', async (count) => {
  const calendar = written(count)
  const jcal = JSON.parse(await toJcal(calendar)) as unknown[]
  expect(jcal).toEqual(JSON.parse(JSON.stringify(ICAL.parse(calendar))))
  expect(new ICAL.Component(jcal).getAllSubcomponents('vevent')).toHaveLength(count)
})
