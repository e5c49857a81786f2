import { type Bench, rounded } from './bench.ts'
import { onEachDatabase } from './databases.ts'
import { givenManyEvents } from '../events/catalogue/many-events.ts'
import { NOW } from '../support/now.ts'
import { findEventIds, findEvents } from '#app/events/catalogue-queries.server.ts'
import { parseFilters } from '#app/events/catalogue/filters.ts'
import { connect } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'

const TRIES = 31

const QUERIES = {
  'all that is ahead': '',
  'a place': 'q=nairobi&when=all',
  'a word of every sixth event': 'q=measur&when=all',
  'a word of every event': 'q=practice&when=all',
  'words and filters': 'q=kathmandu&series=ntw&format=onsite&when=past',
}

/** 10,000 events: finding the best 25, and the whole page with every facet counted; medians in milliseconds. */
export const run: Bench = async (print) => {
  await onEachDatabase(async (url, database) => {
    const db = connect(url)
    await migrate(db)
    await givenManyEvents(db, 10_000)
    for (const [name, query] of Object.entries(QUERIES)) {
      const filters = parseFilters(new URLSearchParams(query))
      const finding = await medianOf(() => findEventIds(db, filters, NOW, { limit: 25 }))
      const page = await medianOf(() => findEvents(db, filters, NOW, 'en'))
      print({ figure: `finding ${name}`, value: rounded(finding, 1), unit: 'ms', better: 'lower', database })
      print({ figure: `page of ${name}`, value: rounded(page, 1), unit: 'ms', better: 'lower', database })
    }
    await db.destroy()
  })
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let time = 0; time < TRIES; time++) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  return times.toSorted((one, other) => one - other)[Math.floor(TRIES / 2)]!
}
