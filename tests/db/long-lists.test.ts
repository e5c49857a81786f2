import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { filterOfAddress as applicationFilter } from '#app/applications/desk/application-filter.ts'
import { listApplications } from '#app/applications/desk/list-applications.server.ts'
import { readMarkingList } from '#app/attendance/marking/marking-list.server.ts'
import { listHistory } from '#app/attendance/marking/list-history.server.ts'
import { logFilterOf } from '#app/audit/log-filter.ts'
import { readLog } from '#app/audit/log.server.ts'
import { listOutbox } from '#app/mail/outbox-of-event.server.ts'
import { listMessages } from '#app/mail/queries.server.ts'
import { type Order, listRegistrations } from '#app/participants/columns/list-registrations.server.ts'
import { EVERYBODY } from '#app/participants/lists/list-filter.ts'
import { readListPage } from '#app/participants/lists/list-page.server.ts'
import { filterOfAddress } from '#app/participants/selection/registration-filter.ts'
import { parseFinanceFilter } from '#app/payments/finance/finance-filter.ts'
import { financeOrders } from '#app/payments/finance/finance-orders.server.ts'
import { financePayments } from '#app/payments/finance/finance-payments.server.ts'
import { financeRefunds } from '#app/payments/finance/finance-refunds.server.ts'
import { ledger } from '#app/payments/finance/ledger.server.ts'
import { listVouchers } from '#app/vouchers/campaigns/queries.server.ts'
import { type Cursor, END, type Steps } from '#app/values/cursor.ts'
import { dialectOf } from '#db/dialects/dialect.ts'
import type { Database } from '#db/schema.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { countedQueries } from '#tests/support/counted-queries.ts'
import { givenLongEvent } from '#tests/support/long-event.ts'
import { fullScans, plansOf, sorts } from '#tests/support/plan.ts'

const LENGTH = 20_000
/** What a busy machine may take longer, in milliseconds: passing over 20,000 rows takes more. */
const SLACK = 40
/** Where a place is looked for by its name; small tables that say what something is called. */
const SMALL = ['events', 'event_texts', 'ticket_types', 'series', 'track_texts', 'referees']

let services: Awaited<ReturnType<typeof testServices>>
let long: Awaited<ReturnType<typeof givenLongEvent>>

beforeAll(async () => {
  services = await testServices()
  long = await givenLongEvent(services.db, LENGTH)
}, 240_000)
afterAll(async () => await services.close())

type List = (db: Kysely<Database>, cursor: Cursor) => Promise<{ rows: { id: string }[]; steps: Steps }>

const registrations =
  (order: Order, query = ''): List =>
  (db, cursor) =>
    listRegistrations(db, {
      eventId: long.id,
      filter: filterOfAddress(new URLSearchParams(query)),
      order,
      questionIds: [],
      now: NOW,
      cursor,
    })
const applications =
  (order: 'number' | 'name' | 'newest' | 'score'): List =>
  (db, cursor) =>
    listApplications(db, {
      callId: long.call.id,
      filter: applicationFilter(new URLSearchParams()),
      order,
      questionIds: [],
      cursor,
    })
const wanted = (cursor: Cursor, query = '') => ({
  reach: 'all' as const,
  filter: parseFinanceFilter(new URLSearchParams(query)),
  language: 'en',
  cursor,
})

/** `sorted`: no index gives this order, because the name stands with the person; the event's rows are sorted, no others. */
const LISTS: Record<string, { list: List; isSorted?: true }> = {
  'registrations, newest': { list: registrations('newest') },
  'registrations, newest, confirmed': { list: registrations('newest', 'state=confirmed') },
  'registrations, by name': { list: registrations('name'), isSorted: true },
  participants: {
    list: (db, cursor) =>
      readListPage(db, {
        event: { id: long.id, seriesId: long.seriesId },
        roles: [{ role: 'organizer', scope: 'event', scopeId: long.id, trackId: '' }],
        purpose: 'desk',
        trackIds: 'all',
        filter: EVERYBODY,
        language: 'en',
        now: NOW,
        cursor,
      }),
    isSorted: true,
  },
  'orders of finance': { list: (db, cursor) => financeOrders(db, wanted(cursor)) },
  'payments of finance': { list: (db, cursor) => financePayments(db, wanted(cursor)) },
  'refunds of finance': { list: (db, cursor) => financeRefunds(db, wanted(cursor)) },
  ledger: { list: (db, cursor) => ledger(db, wanted(cursor)) },
  mails: { list: (db, cursor) => listMessages(db, { state: 'undeliverable', cursor }) },
  'mails of an event': {
    list: (db, cursor) =>
      listOutbox(db, {
        eventId: long.id,
        filter: { state: 'undeliverable', template: null, domain: null },
        cursor,
        size: 50,
      }),
  },
  log: {
    list: (db, cursor) =>
      readLog(db, {
        place: { eventId: long.id, zone: 'Africa/Kigali' },
        filter: logFilterOf(new URLSearchParams()),
        cursor,
      }),
  },
  'marks of an event': {
    list: (db, cursor) => listHistory(db, { eventId: long.id, trackIds: 'all', slot: null, code: null, cursor }),
  },
  'marking, by name': {
    list: (db, cursor) =>
      readMarkingList(db, {
        eventId: long.id,
        trackIds: 'all',
        slot: { key: 'arrival', trackId: null },
        search: '',
        cursor,
      }),
    isSorted: true,
  },
  'codes of a campaign': {
    list: async (db, cursor) => {
      const wanted = { eventId: long.id, campaignId: long.campaignId, search: '', cursor }
      const { vouchers, steps } = await listVouchers(db, wanted)
      return { rows: vouchers, steps }
    },
    isSorted: true,
  },
  'applications, by number': { list: applications('number'), isSorted: true },
  'applications, by score': { list: applications('score'), isSorted: true },
  'applications, by name': { list: applications('name'), isSorted: true },
  'applications, newest': { list: applications('newest'), isSorted: true },
}

describe.each(Object.entries(LISTS))('%s', (name, { list, isSorted }) => {
  it('is walked to its end by its keys', { timeout: 60_000 }, async () => {
    const first = await list(services.db, null)
    const last = await list(services.db, { before: END })
    const middle = await list(services.db, { before: last.steps.before! })
    const plans = await plansOf(services.db, (db) => list(db, { after: middle.steps.before! }))
    // How many there are of an event is read off its rows, in an index or not.
    const asked = plans.filter(({ sql }) => !sql.includes('count(*)'))
    expect(fullScans(asked, { except: SMALL })).toEqual([])
    if (!isSorted) expect(sorts(plans).filter((query) => / limit /.test(query))).toEqual([])
    const queries = await Promise.all([
      countedQueries(services.db, (db) => list(db, { after: first.steps.after! })),
      countedQueries(services.db, (db) => list(db, { after: middle.steps.before! })),
    ])
    expect(queries[0]).toBe(queries[1])
    const [near, far, back] = await quickest([
      () => list(services.db, null),
      () => list(services.db, { after: middle.steps.before! }),
      () => list(services.db, { before: END }),
    ])
    if (process.env['SHOW_TIMES'])
      process.stdout.write(
        `${dialectOf(services.db)} ${name}: ${[near, far, back].map((time) => time!.toFixed(1)).join(' ')} ms\n`,
      )
    expect(far).toBeLessThan(2 * near! + SLACK)
    expect(back).toBeLessThan(2 * near! + SLACK)
  })
})

test('without its index a list is read whole, and this test sees it', async () => {
  const { list } = LISTS['log']!
  const index = services.db.schema.dropIndex('audit_entries_of_event')
  await (dialectOf(services.db) === 'mysql' ? index.on('auditEntries') : index).execute()
  const plans = await plansOf(services.db, (db) => list(db, null))
  expect([...fullScans(plans, { except: SMALL }), ...sorts(plans)]).not.toEqual([])
})

/**
 * What each takes at best, one after the other in rounds, in milliseconds: of this process's own time where the database is
 * in it, for others keep the machine busy too.
 */
async function quickest(works: (() => Promise<unknown>)[]): Promise<number[]> {
  const isHere = dialectOf(services.db) === 'sqlite'
  const clock = () => (isHere ? process.cpuUsage().user / 1000 : performance.now())
  const best = works.map(() => Infinity)
  for (let round = 0; round < 6; round++)
    for (const [at, work] of works.entries()) {
      const begun = clock()
      await work()
      best[at] = Math.min(best[at]!, clock() - begun)
    }
  return best
}
