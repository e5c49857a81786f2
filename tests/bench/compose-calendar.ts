import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { NOW } from '../support/now.ts'
import type { CalendarEntry } from '#app/calendar/calendar-entry.ts'
import { entriesOfEvents } from '#app/calendar/entries.server.ts'
import { calendarOfEvents } from '#app/calendar/public-calendar.server.ts'
import { NO_FILTERS } from '#app/events/catalogue/filters.ts'
import { feedEvents, lastChange } from '#app/events/feed-queries.server.ts'
import { addDays } from '#app/values/moment.ts'
import { connect } from '#db/connect.ts'

// One feed composed in a process of its own, as it is after a start: prints the milliseconds of the first time, and of
// the median of the next ones.
const [way = '', url = ''] = process.argv.slice(2)
const db = connect(url)
const SITE = {
  baseUrl: 'https://plenary.example',
  prefix: '/en',
  uidDomain: 'plenary.example',
  language: 'en' as const,
}
const FILTERS = { ...NO_FILTERS, when: 'all' as const }

const compose = way === 'alone' ? await alone() : ours
await db.selectFrom('contentVersions').selectAll().execute()
const times: number[] = []
for (let time = 0; time < (way === 'first' ? 1 : 15); time++) {
  const begun = performance.now()
  await compose()
  times.push(performance.now() - begun)
}
const [first = 0, ...next] = times
console.log(JSON.stringify({ first, next: next.toSorted((one, other) => one - other)[next.length >> 1] ?? first }))
await db.destroy()

async function ours() {
  return await calendarOfEvents(
    db,
    {
      site: SITE,
      onFault: (error) => {
        throw error
      },
    },
    {
      events: feedEvents(db, FILTERS, NOW),
      changedAt: await lastChange(db),
      name: 'Events',
      address: '/events.ics?when=all',
    },
  )
}

/** The library as its own pages use it, with the same facts, which are there already. */
async function alone(): Promise<() => string> {
  const rows = await feedEvents(db, FILTERS, NOW).select('events.id').execute()
  const { entries } = await entriesOfEvents(
    db,
    SITE,
    rows.map(({ id }) => id),
  )
  return () => {
    const calendar = ical({ name: 'Events', ttl: 3600, source: 'https://plenary.example/en/events.ics?when=all' })
    for (const entry of entries) calendar.createEvent(facts(entry))
    return calendar.toString()
  }
}

function facts(entry: CalendarEntry) {
  if (!('startsOn' in entry.when)) throw new Error('the events of this measurement are days')
  return {
    id: `${entry.uid}@plenary.example`,
    start: new Date(entry.when.startsOn),
    end: new Date(addDays(entry.when.endsOn, 1)),
    allDay: true,
    stamp: new Date(entry.updatedAt),
    lastModified: new Date(entry.updatedAt),
    created: new Date(entry.createdAt ?? entry.updatedAt),
    sequence: entry.sequence,
    summary: entry.summary,
    description: entry.description,
    location: entry.location,
    status: ICalEventStatus[entry.status],
    transparency: entry.isBusy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    categories: entry.categories.map((name) => ({ name })),
    url: entry.url,
  }
}
