import { standInForStripe } from './stand-in.ts'
import type { testServices } from '#tests/support/app.ts'
import { givenEvent, type GivenTicket } from '#tests/support/given.ts'
import { NOW } from '#tests/support/now.ts'
import { stripeGateway } from '#app/adapters/stripe.ts'
import { createLog } from '#app/adapters/log.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { startPayment } from '#app/payments/attempts/start-payment.server.ts'
import { settleAttempt } from '#app/payments/attempts/settle-attempt.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { addMinutes, epochMilliseconds, type Instant } from '#app/values/moment.ts'
import { newToken } from '#app/values/secret.ts'
import type { Database, EventsTable } from '#db/schema.ts'
import type { Kysely } from 'kysely'

type Test = Awaited<ReturnType<typeof testServices>>

/** An installation that takes cards at a stand-in for Stripe, on a clock that both share and tests move. */
export async function givenShop<T extends Test>(open: () => Promise<T>, { livemode = false, timeout = 1000 } = {}) {
  const test = await open()
  let now = NOW
  const seconds = () => Math.floor(epochMilliseconds(now) / 1000)
  const stripe = await standInForStripe({ now: seconds, livemode })
  const clock = { now: () => now }
  const log = createLog('silent')
  const gateway = (requireLive = livemode) => {
    const { secretKey, webhookSecret, url: apiBase } = stripe
    return { card: stripeGateway({ secretKey, webhookSecret, apiBase, requireLive, clock, log, timeout }) }
  }
  test.services.gateways = { ...test.services.gateways, ...gateway() }
  const { db, services } = test

  return {
    ...test,
    stripe,
    gateway,
    now: () => now,
    /** Moves the clock of Plenary and of Stripe on. */
    wait(minutes: number) {
      now = addMinutes(now, minutes)
      test.setNow(now)
    },
    start: (orderId: string, language = 'en') =>
      startPayment(db, services.gateways, {
        orderId,
        baseUrl: services.config.baseUrl,
        secret: services.config.secret,
        language,
        prefix: '',
        now,
      }),
    settle: (attemptId: string) => settleAttempt(db, services.gateways, { attemptId, now }),
    attempts: (orderId: string) =>
      db.selectFrom('paymentAttempts').selectAll().where('orderId', '=', orderId).orderBy('number').execute(),
    async close() {
      await stripe.close()
      await test.close()
    },
  }
}

export type Shop = Awaited<ReturnType<typeof givenShop>>

/** An event with one paid ticket type, and an order for some of its seats. */
export async function givenUnpaidOrder(
  db: Kysely<Database>,
  {
    seats = 20,
    price = 12_500,
    people = 1,
    now = NOW,
    event,
    ticket = {},
    ...more
  }: {
    seats?: number
    price?: number
    people?: number
    now?: Instant
    event?: Awaited<ReturnType<typeof givenEvent>>
    ticket?: GivenTicket
  } & Partial<Pick<EventsTable, 'confirmsOn' | 'currency'>> = {},
) {
  const made =
    event ??
    (await givenEvent(db, { ...more, tickets: [{ seats, price, allowsRepeat: 1, maxPerOrder: 50, ...ticket }] }))
  const [placed] = await placeOrders(db, {
    now,
    orders: [
      {
        eventId: made.id,
        formKey: newToken(),
        language: 'en',
        paymentMethod: 'card',
        people: Array.from({ length: people }, (_, index) => ({
          ticketTypeId: made.tickets[0]!.id,
          fullName: `Person ${index + 1}`,
          email: `person-${index + 1}@example.org`,
        })),
      },
    ],
  })
  if (!placed?.ok) throw new Error(`the order was refused: ${placed?.refusals.map(({ code }) => code).join()}`)
  return { event: made, ...placed.value }
}

/** The states of an order's registrations, in the order of their places. */
export async function statesOf(db: Kysely<Database>, orderId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('registrations')
    .select('state')
    .where('orderId', '=', orderId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.map(({ state }) => state)
}

/** The invariants that are broken: none, at the end of every test. */
export async function broken(db: Kysely<Database>) {
  return (await checkInvariants(db)).filter(({ violations }) => violations > 0)
}
