import { randomUUID } from 'node:crypto'
import { type Bench, rounded } from './bench.ts'
import { bareTransaction } from './bare-transaction.ts'
import { onEachDatabase, perSecond } from './databases.ts'
import { givenEvent } from '../support/given.ts'
import { NOW } from '../support/now.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import type { PlaceOrder } from '#app/registrations/placing.ts'
import { connect } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'

const LANES = 20
const MERGED = 100

/** Free registrations on one hot quota, through the command, beside the barest transaction that takes a seat durably. */
export const run: Bench = async (print) => {
  await onEachDatabase(async (url, database) => {
    const db = connect(url, LANES)
    await migrate(db)
    const event = await givenEvent(db, { tickets: [{ seats: 10_000_000 }] })
    const one = () => order(event.id, event.tickets[0]!.id)
    const place = async (orders: PlaceOrder[]) => {
      const results = await placeOrders(db, { orders, now: NOW })
      const refused = results.find((result) => !result.ok)
      if (refused) throw new Error(JSON.stringify(refused))
      return orders.length
    }
    const bare = await perSecond(LANES, () => bareTransaction(db, event.tickets[0]!.quotaIds[0]!))
    const single = await perSecond(LANES, () => place([one()]))
    const merged = await perSecond(2, () => place(Array.from({ length: MERGED }, one)))
    const figure = (name: string, value: number) =>
      print({ figure: name, value, unit: 'registrations/s', better: 'higher', database })
    figure('bare transaction', rounded(bare))
    figure('one order at a time', rounded(single))
    figure(`${MERGED} orders in a list`, rounded(merged))
    print({
      figure: 'one at a time ÷ bare',
      value: rounded(single / bare, 3),
      unit: 'ratio',
      better: 'higher',
      database,
    })
    print({ figure: 'list ÷ bare', value: rounded(merged / bare, 3), unit: 'ratio', better: 'higher', database })
    await db.destroy()
  })
}

function order(eventId: string, ticketTypeId: string): PlaceOrder {
  const key = randomUUID()
  const person = { ticketTypeId, fullName: 'Wulandari', email: `${key}@kampus.example`, country: 'ID' }
  return { eventId, formKey: key, language: 'en', people: [person] }
}
