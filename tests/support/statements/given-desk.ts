import { camt, type GivenEntry } from './camt.ts'
import { givenIssuer } from './given-issuer.ts'
import type { testServices } from '#tests/support/app.ts'
import { givenAccount, givenEvent, type GivenTicket } from '#tests/support/given.ts'
import { NOW } from '#tests/support/now.ts'
import { importStatements } from '#app/payments/statements/import-statements.server.ts'
import { receiveStatement } from '#app/payments/statements/receive-statement.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { newToken } from '#app/values/secret.ts'
import type { EventsTable } from '#db/schema.ts'

type Test = Awaited<ReturnType<typeof testServices>>

/** An installation with an account of its own, an event that takes bank transfers, and somebody in finance. */
export async function givenDesk<T extends Test>(open: () => Promise<T>) {
  const test = await open()
  const { db } = test
  const issuer = await givenIssuer(db)
  const { accountId } = await givenAccount(db, 'finance@example.org', [{ role: 'finance', scope: 'installation' }])

  async function givenTransferEvent(
    given: Partial<Pick<EventsTable, 'hostId' | 'seriesId' | 'currency' | 'confirmsOn'>> = {},
    ticket: GivenTicket = {},
  ) {
    const currency = given.currency ?? 'USD'
    return await givenEvent(db, {
      ...given,
      paymentMethods: 'card,bank-transfer',
      tickets: [{ seats: 50, price: 12_500, currency, allowsRepeat: 1, maxPerOrder: 20, ...ticket }],
    })
  }

  const event = await givenTransferEvent()

  /** An order that waits for a bank transfer. */
  async function order({
    people = 1,
    of = event,
    fullName = 'Wulandari',
  }: { people?: number; of?: typeof event; fullName?: string } = {}) {
    const [placed] = await placeOrders(db, {
      now: NOW,
      orders: [
        {
          eventId: of.id,
          formKey: newToken(),
          language: 'en',
          paymentMethod: 'bank-transfer',
          people: Array.from({ length: people }, (_, at) => ({
            ticketTypeId: of.tickets[0]!.id,
            fullName,
            email: `person-${at}-${newToken().slice(0, 8)}@example.org`,
          })),
        },
      ],
    })
    if (!placed?.ok) throw new Error(JSON.stringify(placed))
    return placed.value
  }

  async function receive(content: string | Uint8Array, issuerId = issuer.id) {
    return await receiveStatement(db, {
      issuerId,
      content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
      name: 'statement',
      reach: 'all' as const,
      accountId,
      now: NOW,
    })
  }

  return {
    ...test,
    issuer,
    accountId,
    event,
    givenTransferEvent,
    order,
    receive,
    /** Imports a CAMT.053 with these entries, to the end. Returns its id. */
    async importEntries(entries: GivenEntry[], issuerId = issuer.id): Promise<string> {
      const received = await receive(camt(entries), issuerId)
      if (!received.ok) throw new Error(JSON.stringify(received.refusals))
      while ((await importStatements(db, { now: NOW })).worked);
      return received.value.statementId
    },
    lines: () => db.selectFrom('statementLines').selectAll().orderBy('position').execute(),
    payments: () => db.selectFrom('payments').selectAll().orderBy('createdAt').orderBy('id').execute(),
    entries: () => db.selectFrom('financeEntries').selectAll().orderBy('id').execute(),
    statesOf: async (orderId: string) =>
      (await db.selectFrom('registrations').select('state').where('orderId', '=', orderId).execute()).map(
        ({ state }) => state,
      ),
  }
}

export type Desk = Awaited<ReturnType<typeof givenDesk>>
