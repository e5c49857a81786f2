import type { Insertable, Kysely } from 'kysely'
import { givenEvent } from '#tests/support/given.ts'
import { NOW } from '#tests/support/now.ts'
import { startPayment } from '#app/payments/attempts/start-payment.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import type { Services } from '#app/services.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { newToken } from '#app/values/secret.ts'
import type { Database, EventsTable, PaymentMethod, PaymentTermsTable } from '#db/schema.ts'

export const METHODS = 'card,bank-transfer,invoice,mobile-money,desk,waiver'

interface Given {
  method?: PaymentMethod
  people?: number
  seats?: number
  price?: number
  currency?: string
  terms?: (Partial<PaymentTermsTable> & { method: PaymentMethod })[]
  event?: { id: string; tickets: { id: string }[] }
  now?: Instant
}

/** An event that takes every way to pay, by the terms given. */
export async function givenEventByAnyWay(
  db: Kysely<Database>,
  {
    seats = 20,
    price = 12_500,
    currency = 'USD',
    terms = [],
    ...more
  }: Omit<Given, 'event'> & Partial<Insertable<EventsTable>> = {},
) {
  const { method: _, people: __, now: ___, ...event } = more
  const made = await givenEvent(db, {
    paymentMethods: METHODS,
    currency,
    ...event,
    tickets: [{ seats, price, currency, allowsRepeat: 1, maxPerOrder: 50 }],
  })
  for (const row of terms)
    await db
      .insertInto('paymentTerms')
      .values({
        eventId: made.id,
        confirmsOn: 'payment',
        dueDays: 14,
        fromAt: null,
        untilAt: null,
        needsApproval: 0,
        instructions: '',
        ...row,
      })
      .execute()
  return made
}

/** An order that is to be paid in one way. */
export async function givenOrderBy(db: Kysely<Database>, given: Given = {}) {
  const { method = 'bank-transfer', people = 1, now = NOW } = given
  const event = given.event ?? (await givenEventByAnyWay(db, given))
  const [placed] = await placeOrders(db, {
    now,
    orders: [
      {
        eventId: event.id,
        formKey: newToken(),
        language: 'en',
        paymentMethod: method,
        people: Array.from({ length: people }, (_, index) => ({
          ticketTypeId: event.tickets[0]!.id,
          fullName: `Person ${index + 1}`,
          email: `person-${index + 1}@example.org`,
        })),
      },
    ],
  })
  if (!placed?.ok) throw new Error(`the order was refused: ${placed?.refusals.map(({ code }) => code).join()}`)
  return { event, ...placed.value }
}

/** Begins to pay an order, by its own way or by another. */
export async function startBy(services: Services, orderId: string, now: Instant, method?: PaymentMethod) {
  const { db, gateways, config } = services
  const { baseUrl, secret } = config
  return await startPayment(db, gateways, {
    orderId,
    ...(method ? { method } : {}),
    baseUrl,
    secret,
    language: 'en',
    prefix: '',
    now,
  })
}

/** The account of the installation, or of a host. */
export async function givenIssuer(db: Kysely<Database>, hostId = '', accountNumber = 'DE02120300000000202051') {
  await db
    .insertInto('issuers')
    .values({
      id: newId(NOW),
      hostId,
      name: hostId === '' ? 'Internet Society' : 'Example Chapter',
      latinName: null,
      address: '1 Example Street',
      country: 'DE',
      zone: 'Europe/Berlin',
      email: null,
      registrationNumber: null,
      taxNumber: null,
      numberPrefix: '',
      bankName: 'Example Bank',
      accountHolder: null,
      accountNumber,
      bic: 'BYLADEM1001',
      mobileAccount: '123456',
      footer: '',
      createdAt: NOW,
      updatedAt: NOW,
    })
    .execute()
}
