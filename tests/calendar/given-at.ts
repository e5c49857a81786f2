import type { Kysely } from 'kysely'
import { eventCalendar } from '#app/calendar/event-calendar.server.ts'
import { eventBounds } from '#app/events/event-bounds.ts'
import { givenEvent } from '#tests/support/given.ts'
import { contentLines } from '#tests/support/ical-checker.ts'
import { expectAgreement } from '#tests/support/judges/expect-agreement.ts'
import type { Database } from '#db/schema.ts'

type GivenEvent = NonNullable<Parameters<typeof givenEvent>[1]>

export const SITE = {
  baseUrl: 'https://plenary.test',
  uidDomain: 'plenary.test',
  prefix: '/en',
  language: 'en' as const,
}

/** An event at these days and times on the clocks of a zone, as a form would have stored it. */
export async function givenAt(
  db: Kysely<Database>,
  zone: string,
  start: [day: string, time?: string],
  end: [day: string, time?: string],
  given: GivenEvent = {},
) {
  const { startsLater = 0, endsLater = 0 } = given
  const [startsOn, startsTime] = start
  const [endsOn, endsTime] = end
  const when = { zone, startsOn, startsTime: startsTime ?? null, endsOn, endsTime: endsTime ?? null }
  return await givenEvent(db, { ...when, ...eventBounds({ ...when, startsLater, endsLater }), ...given })
}

/** These events as one file, in which the strict checker finds no fault and every judge of this machine reads the same. */
export async function readAgreed(db: Kysely<Database>, events: { id: string }[], site = SITE) {
  const { body } = await eventCalendar(db, site, { ids: events.map(({ id }) => id), address: '/some.ics' })
  return { ...(await expectAgreement(body)), body, whole: body.replaceAll('\r\n ', '') }
}

/** `DTSTART;TZID=Asia/Kathmandu:20270201T090000`: the lines of that name, unfolded. */
export function linesOf(text: string, name: string): string[] {
  return contentLines(text).flatMap((line) =>
    line.name === name
      ? [
          `${name}${Object.entries(line.parameters)
            .map(([key, value]) => `;${key}=${value}`)
            .join('')}:${line.value}`,
        ]
      : [],
  )
}
