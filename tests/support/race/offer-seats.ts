// Run by run-together.ts: works through the waiting list again and again while strangers try to register and others join.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { sql } from 'kysely'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { joinWaitingList } from '#app/waiting-list/join-waiting-list.server.ts'
import { offerSeats } from '#app/waiting-list/offer-seats.server.ts'
import { connect } from '#db/connect.ts'

interface Input {
  url: string
  eventId: string
  ticketTypeId: string
  now: string
  runs: number
}

const { url, eventId, ticketTypeId, now, runs } = JSON.parse(process.argv[2]!) as Input
const db = connect(url, 4)
await sql`select 1`.execute(db)
process.stderr.write('ready\n')
await once(process.stdin, 'data')

let walkedIn = 0
let joined = 0
for (let run = 0; run < runs; run++) {
  const who = { fullName: 'Somebody', email: `${randomUUID()}@example.org` }
  const order = { eventId, formKey: randomUUID(), language: 'en', people: [{ ticketTypeId, ...who }] }
  const wish = { ticketTypeIds: [ticketTypeId], partySize: 1, isAllOrNothing: true, wantedUntilAt: null }
  const [, [placed], wished] = await Promise.all([
    offerSeats(db, { now }),
    placeOrders(db, { orders: [order], now }),
    joinWaitingList(db, { eventId, formKey: randomUUID(), language: 'en', ...who, ...wish, now }),
  ])
  if (placed!.ok) walkedIn++
  if (wished.ok) joined++
}
await db.destroy()
process.stdout.write(JSON.stringify({ walkedIn, joined }))
