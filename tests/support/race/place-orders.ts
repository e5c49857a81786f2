// Run by run-together.ts: places orders of one seat each, all at once, and prints how each was answered.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { sql } from 'kysely'
import { withoutGuard } from './without-guard.ts'
import { combineOrders } from '#app/registrations/order-combiner.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import type { PlaceOrder } from '#app/registrations/placing.ts'
import { connect } from '#db/connect.ts'

interface Input {
  url: string
  eventId: string
  ticketTypeId: string
  count: number
  now: string
  isGuarded: boolean
  /** The same for all: one form sent again and again. */
  formKey?: string
  /** Through the combiner, as a server does. */
  isCombined?: boolean
}

const input = JSON.parse(process.argv[2]!) as Input
const real = connect(input.url, 8)
await sql`select 1`.execute(real)
const db = input.isGuarded ? real : real.withPlugin(withoutGuard)
process.stderr.write('ready\n')
await once(process.stdin, 'data')

const combined = combineOrders(db)
const place = input.isCombined
  ? (order: PlaceOrder) => combined(order, input.now)
  : async (order: PlaceOrder) => (await placeOrders(db, { orders: [order], now: input.now }))[0]!
const answers = await Promise.all(
  Array.from({ length: input.count }, async () => {
    const email = `${randomUUID()}@example.org`
    const order = {
      eventId: input.eventId,
      formKey: input.formKey ?? randomUUID(),
      language: 'en',
      people: [{ ticketTypeId: input.ticketTypeId, fullName: 'Somebody', email }],
    }
    const result = await place(order)
    return result.ok ? `placed ${result.value.code}` : result.refusals.map(({ code }) => code).join(' ')
  }),
)
await real.destroy()
process.stdout.write(JSON.stringify(answers))
