import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { countedQueries } from '#tests/support/counted-queries.ts'
import { givenEvent } from '#tests/support/given.ts'
import { chance, givenCrowd } from './given-crowd.ts'
import { dayChanges } from '#app/participants/figures/day-figures.server.ts'
import { earlierEdition, figureEvent } from '#app/participants/figures/figure-event.server.ts'
import { homeFigures } from '#app/participants/figures/home-figures.server.ts'
import { reportFigures } from '#app/participants/figures/report-figures.server.ts'
import { addDays, addSeconds } from '#app/values/moment.ts'
import { isLowIncomeEconomy } from '#app/values/economies.ts'
import type { Database } from '#db/schema.ts'

let run: Awaited<ReturnType<typeof testServices>>
let db: Kysely<Database>
beforeEach(async () => {
  run = await testServices()
  db = run.db
})
afterEach(() => run.close())

/** Two editions with people of every kind, the earlier one a year before. */
async function editions(seed: number, people = 120) {
  const random = chance(seed)
  const tickets = [
    { seats: 60, price: 10_000 },
    { attendance: 'online' as const },
    { isAddon: 1 as const, seats: 30, price: 2_500 },
  ]
  const before = await givenEvent(db, { startsOn: '2026-06-15', tickets })
  const event = await givenEvent(db, { startsOn: '2027-06-14', format: 'hybrid', tickets })
  await givenCrowd(db, before, { people: Math.ceil(people / 2), firstOn: '2026-06-15', random })
  await givenCrowd(db, event, { people, firstOn: '2027-06-14', random })
  return { before, event }
}

async function everyRow(eventId: string) {
  return await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .selectAll('registrations')
    .select(['people.country', 'people.emailKey', 'people.affiliation', 'ticketTypes.attendance', 'orders.language'])
    .where('registrations.eventId', '=', eventId)
    .execute()
}

test.each([1, 2, 3])('figures are what a recount of every row gives (%i)', async (seed) => {
  const { before, event } = await editions(seed)
  const facts = await figureEvent(db, event.id)
  const home = await homeFigures(db, { event: facts, language: 'en', hasMoney: true, now: NOW })
  const rows = (await everyRow(event.id)).filter(({ mainRegistrationId }) => mainRegistrationId === null)
  const confirmed = rows.filter(({ state }) => state === 'confirmed')
  const weekAgo = addSeconds(NOW, -7 * 86_400)
  for (const attendance of ['onsite', 'online'] as const) {
    const own = confirmed.filter((row) => row.attendance === attendance)
    expect(home.attending.find((one) => one.attendance === attendance)).toEqual({
      attendance,
      confirmed: own.length,
      held: rows.filter((row) => row.state === 'held' && row.attendance === attendance).length,
      recent: own.filter(({ confirmedAt }) => confirmedAt! >= weekAgo).length,
      size: attendance === 'onsite' ? 60 : null,
    })
  }
  const countries = confirmed.flatMap(({ country }) => country ?? [])
  expect(home.places.people).toBe(countries.length)
  expect(home.places.unknown).toBe(confirmed.length - countries.length)
  expect(home.places.lowIncome).toBe(countries.filter(isLowIncomeEconomy).length)
  for (const { country, people } of home.places.countries)
    expect(people).toBe(countries.filter((one) => one === country).length)
  for (const { language, people } of home.languages)
    expect(people).toBe(confirmed.filter((row) => row.language === language).length)

  const known = new Set(
    (await everyRow(before.id)).filter(({ state }) => state === 'confirmed').map((row) => row.emailKey),
  )
  const addresses = new Set(confirmed.flatMap(({ emailKey }) => emailKey ?? []))
  expect(home.firstTimers).toEqual({
    people: addresses.size,
    firstTimers: [...addresses].filter((address) => !known.has(address)).length,
  })
  expect(home.kinds.reduce((sum, { people }) => sum + people, 0)).toBe(confirmed.length)

  const changes = await dayChanges(db, [facts])
  expect(changes.get(event.id)!.reduce((sum, { change }) => sum + change, 0)).toBe(
    confirmed.filter(({ attendance }) => attendance === 'onsite').length,
  )
  expect(home.earlier?.year).toBe('2026')
})

test.each([1, 2, 3])('the course is what stood on each of its days, for both editions (%i)', async (seed) => {
  const { before, event } = await editions(seed, 80)
  const facts = await figureEvent(db, event.id)
  const { course } = await homeFigures(db, { event: facts, language: 'en', hasMoney: false, now: NOW })
  const [ours, theirs] = [await everyRow(event.id), await everyRow(before.id)]
  const stood = (rows: typeof ours, day: string) =>
    rows.filter(
      ({ mainRegistrationId, attendance, confirmedAt, endedAt }) =>
        mainRegistrationId === null &&
        attendance === 'onsite' &&
        confirmedAt !== null &&
        confirmedAt.slice(0, 10) <= day &&
        (endedAt === null || endedAt.slice(0, 10) > day),
    ).length
  expect(course.length).toBeGreaterThan(3)
  for (const { at, day, current, earlier } of course) {
    if (current !== null) expect([day, current]).toEqual([day, stood(ours, day)])
    expect([at, earlier]).toEqual([at, stood(theirs, addDays('2026-06-15', at))])
  }
})

test('money is what the rows add up to, and nobody is told of it who may not', async () => {
  const { event } = await editions(4)
  const facts = await figureEvent(db, event.id)
  const { money, owing, seats } = await homeFigures(db, { event: facts, language: 'en', hasMoney: true, now: NOW })
  const orders = await db.selectFrom('orders').selectAll().where('eventId', '=', event.id).execute()
  const sums = await Promise.all(
    orders.map(async ({ id, dueAt }) => {
      const sum = async (table: 'orderLines' | 'payments') =>
        (await db.selectFrom(table).select('amountMinor').where('orderId', '=', id).execute()).reduce(
          (all, { amountMinor }) => all + Number(amountMinor),
          0,
        )
      const standing = await db
        .selectFrom('registrations')
        .select('id')
        .where('orderId', '=', id)
        .where('state', 'in', ['held', 'confirmed'])
        .execute()
      return { lines: await sum('orderLines'), paid: await sum('payments'), stands: standing.length > 0, dueAt }
    }),
  )
  const standing = sums.filter(({ stands }) => stands)
  const total = (of: (row: (typeof sums)[number]) => number, rows = sums) => rows.reduce((all, row) => all + of(row), 0)
  expect(money).toHaveLength(1)
  expect(money![0]).toMatchObject({
    currency: 'USD',
    expected: total(({ lines }) => lines, standing),
    received: total(({ paid }) => paid),
    due: total(({ lines, paid }) => Math.max(0, lines - paid), standing),
  })
  const open = standing.filter(({ lines, paid }) => lines > paid)
  expect(owing).toEqual({
    orders: open.length,
    overdue: open.filter(({ dueAt }) => dueAt !== null && dueAt < NOW).length,
  })
  expect(seats.some(({ billed }) => billed.length > 0)).toBe(true)

  const blind = await homeFigures(db, { event: facts, language: 'en', hasMoney: false, now: NOW })
  expect(blind.money).toBeNull()
  expect(blind.seats.every(({ billed }) => billed.length === 0)).toBe(true)
  const report = await reportFigures(db, { event: facts, language: 'en', hasMoney: false, now: NOW })
  expect([report.money, report.funds]).toEqual([null, null])
})

test('the report counts institutions once whatever their capitals, and people by what became of them', async () => {
  const { event } = await editions(5)
  const facts = await figureEvent(db, event.id)
  const report = await reportFigures(db, { event: facts, language: 'en', hasMoney: true, now: NOW })
  const rows = (await everyRow(event.id)).filter(({ mainRegistrationId }) => mainRegistrationId === null)
  const confirmed = rows.filter(({ state }) => state === 'confirmed')
  expect(report.confirmed).toBe(confirmed.length)
  expect(report.onsite + report.online).toBe(confirmed.length)
  expect(report.cancelled).toBe(rows.filter(({ state }) => state === 'cancelled').length)
  const institutions = new Set(confirmed.flatMap(({ affiliation }) => affiliation?.toLowerCase() ?? []))
  expect(report.institutions).toHaveLength(institutions.size)
})

test('the edition before is the one that was named, else last year’s of the series, never one of the same season', async () => {
  const old = await givenEvent(db, { startsOn: '2025-06-16' })
  const last = await givenEvent(db, { startsOn: '2026-06-15' })
  const near = await givenEvent(db, { startsOn: '2027-05-03' })
  const event = await givenEvent(db, { startsOn: '2027-06-14' })
  const edition = async () => (await earlierEdition(db, await figureEvent(db, event.id)))?.id
  expect(await edition()).toBeUndefined()
  for (const one of [old, last, near])
    await givenCrowd(db, one, { people: 4, firstOn: '2026-06-15', random: chance(1) })
  expect(await edition()).toBe(last.id)
  await db.updateTable('events').set({ previousId: old.id }).where('id', '=', event.id).execute()
  expect(await edition()).toBe(old.id)
})

test('the number of queries does not grow with the people', async () => {
  const { event } = await editions(6, 1)
  const facts = await figureEvent(db, event.id)
  const home = () =>
    countedQueries(db, (db) => homeFigures(db, { event: facts, language: 'en', hasMoney: true, now: NOW }))
  const report = () =>
    countedQueries(db, (db) => reportFigures(db, { event: facts, language: 'en', hasMoney: true, now: NOW }))
  const few = [await home(), await report()]
  await givenCrowd(db, event, { people: 60, firstOn: '2027-06-14', random: chance(7) })
  expect([await home(), await report()]).toEqual(few)
})
