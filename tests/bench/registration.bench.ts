import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { bareMergedTransaction, bareTransaction, lockedTransaction } from './bare-transaction.ts'
import { type Bench, rounded } from './bench.ts'
import { onEachDatabase, perSecond } from './databases.ts'
import { soldInARush } from './sold-in-a-rush.ts'
import { givenEvent } from '../support/given.ts'
import { NOW } from '../support/now.ts'
import { combineOrders } from '#app/registrations/order-combiner.server.ts'
import type { PlaceOrder } from '#app/registrations/placing.ts'
import { connect } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'
import type { Database } from '#db/schema.ts'

const CONNECTIONS = 20
const MERGED = 200
const EVENTS = 50
const SEATS = 10_000_000

/**
 * Taking a seat, in the process: the barest transactions that do it durably, then whole registrations through the
 * combiner, with few and with many callers, free and held, of one event and of many.
 */
export const run: Bench = async (print) => {
  await onEachDatabase(async (url, database) => {
    const db = connect(url, CONNECTIONS)
    await migrate(db)
    const place = combineOrders(db)
    const free = await givenEvent(db, { tickets: [{ seats: SEATS }] })
    const paid = await givenEvent(db, { tickets: [{ seats: SEATS, price: 12_000 }] })
    const many = await Promise.all(
      Array.from({ length: EVENTS }, () => givenEvent(db, { tickets: [{ seats: SEATS }] })),
    )
    const quotaId = free.tickets[0]!.quotaIds[0]!

    const rates = new Map<string, number>()
    const measure = async (figure: string, callers: number, work: (caller: number) => Promise<number>) => {
      rates.set(figure, await perSecond(callers, work))
      print({ figure, value: rounded(rates.get(figure)!), unit: 'registrations/s', better: 'higher', database })
    }
    const ratio = (one: string, other: string) => {
      const value = rounded(rates.get(one)! / rates.get(other)!, 3)
      print({ figure: `${one} ÷ ${other}`, value, unit: 'ratio', better: 'higher', database })
    }
    const placeOne = async (event: typeof free) => {
      const result = await place(anOrder(event), NOW)
      if (!result.ok) throw new Error(JSON.stringify(result))
      return 1
    }

    await measure('bare transaction', CONNECTIONS, () => bareTransaction(db, quotaId))
    if (database === 'mysql') await measure('for update first', CONNECTIONS, () => lockedTransaction(db, quotaId))
    await measure('1 caller', 1, () => placeOne(free))
    await measure('20 callers', 20, () => placeOne(free))
    await measure('200 callers', 200, () => placeOne(free))
    await measure('bare merged transaction', 2, () => bareMergedTransaction(db, quotaId, MERGED))
    await measure('2,000 callers', 2000, () => placeOne(free))
    await measure('2,000 callers for 50 events', 2000, (caller) => placeOne(many[caller % EVENTS]!))
    await measure('200 callers, held', 200, () => placeOne(paid))
    ratio('2,000 callers', 'bare merged transaction')
    ratio('200 callers', 'bare transaction')
    if (database === 'mysql') ratio('200 callers', 'for update first')
    ratio('2,000 callers', '2,000 callers for 50 events')
    ratio('200 callers, held', '200 callers')
    await forget(db)
    await db.destroy()

    const seats = 100
    for (const isGuarded of [true, false]) {
      const figure = `${isGuarded ? '' : 'without the guard: '}sold of ${seats} seats to 2,000 callers of two processes`
      const value = await soldInARush(url, { seats, callers: 1000, isGuarded })
      print({ figure, value, unit: 'seats', better: isGuarded ? 'lower' : 'higher', database })
      if (isGuarded ? value !== seats : value <= seats) throw new Error(`${figure}: ${value}`)
    }
  })
}

function anOrder(event: { id: string; tickets: { id: string }[] }): PlaceOrder {
  const key = randomUUID()
  const person = {
    ticketTypeId: event.tickets[0]!.id,
    fullName: 'Wulandari',
    email: `${key}@kampus.example`,
    country: 'ID',
  }
  return { eventId: event.id, formKey: key, language: 'en', paymentMethod: 'card', people: [person] }
}

/** The bare transactions have used the quota's own column for what they count. */
async function forget(db: Kysely<Database>): Promise<void> {
  await sql`update quotas set over_by = 0`.execute(db)
}
