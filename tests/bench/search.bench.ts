import type { Kysely } from 'kysely'
import { type Bench, type Figure, rounded } from './bench.ts'
import { onEachDatabase } from './databases.ts'
import { givenManyEvents } from '../events/catalogue/many-events.ts'
import { NOW } from '../support/now.ts'
import { findEvents, PAGE_SIZE } from '#app/events/catalogue-queries.server.ts'
import { parseFilters } from '#app/events/catalogue/filters.ts'
import { shareCatalogue } from '#app/events/catalogue/shared-catalogue.server.ts'
import { connect } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'
import type { Database } from '#db/schema.ts'

const TRIES = 31
/** How many events there are, as `PLENARY_BENCH_EVENTS=10000` has it; all sizes by default. */
const SIZES = (process.env.PLENARY_BENCH_EVENTS ?? '1000,10000,100000').split(',').map(Number)

const QUERIES = {
  'all that is ahead': '',
  everything: 'when=all',
  'the past, page 1,000': 'when=past&page=1000',
  'topic and language': 'topic=dns&language=fr&when=all',
  'some years': 'from=2010&to=2015-06&when=all',
  'a place': 'q=nairobi&when=all',
  'the beginning of a word of every sixth event': 'q=measur&when=all',
  'a word of every event': 'q=practice&when=all',
  'a word of every event, page 1,000': 'q=practice&when=all&page=1000',
  'two words of every event': 'q=practice+network&when=all',
  'a letter of every event': 'q=p&when=all',
  'a number': 'q=1234&when=all',
  'a word that nobody has': 'q=nobody',
  'an Arabic word': 'q=%D8%A7%D9%84%D8%B4%D8%A8%D9%83%D8%A7%D8%AA',
  'words and filters': 'q=kathmandu&series=ntw&format=onsite&when=past',
}

/**
 * 1,000, 10,000 and 100,000 events: finding the best 25 with every facet counted, and the whole page; each query anew, medians
 * and the longest of 31 in milliseconds. Before the first of them the catalogue is read once.
 */
export const run: Bench = async (print) => {
  for (const size of SIZES)
    await onEachDatabase(async (url, database) => {
      const db = connect(url)
      await migrate(db)
      await givenManyEvents(db, size)
      await measure(db, (figure, value) =>
        print({
          figure: `${size.toLocaleString('en')} events, ${figure}`,
          value: rounded(value, 1),
          unit: 'ms',
          better: 'lower',
          database,
        } satisfies Figure),
      )
      await db.destroy()
    })
}

async function measure(db: Kysely<Database>, tell: (figure: string, value: number) => void): Promise<void> {
  const catalogue = shareCatalogue(db)
  const slowest = { finding: 0, page: 0 }
  tell('read once', await timeOf(() => catalogue.find(parseFilters(new URLSearchParams()), NOW, { limit: 1 })))
  for (const [name, query] of Object.entries(QUERIES)) {
    const filters = parseFilters(new URLSearchParams(query))
    const place = { limit: PAGE_SIZE, offset: (filters.page - 1) * PAGE_SIZE }
    const finding = await timesOf(() => catalogue.find(filters, NOW, place))
    const page = await timesOf(() => findEvents({ db, catalogue }, filters, NOW, 'en'))
    tell(`finding ${name}`, finding.median)
    tell(`finding ${name}, longest`, finding.longest)
    tell(`page of ${name}`, page.median)
    tell(`page of ${name}, longest`, page.longest)
    slowest.finding = Math.max(slowest.finding, finding.median)
    slowest.page = Math.max(slowest.page, page.median)
  }
  tell('finding, slowest query', slowest.finding)
  tell('page, slowest query', slowest.page)
}

async function timesOf(work: () => Promise<unknown>): Promise<{ median: number; longest: number }> {
  const times: number[] = []
  for (let time = 0; time < TRIES; time++) times.push(await timeOf(work))
  times.sort((one, other) => one - other)
  return { median: times[Math.floor(TRIES / 2)]!, longest: times.at(-1)! }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
