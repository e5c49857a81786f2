import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { type Bench, rounded } from './bench.ts'
import { onEachDatabase } from './databases.ts'
import { givenEvent } from '../support/given.ts'
import { NOW } from '../support/now.ts'
import { camt, type GivenEntry } from '../support/statements/camt.ts'
import { givenIssuer } from '../support/statements/given-issuer.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { paymentReference } from '#app/payments/reference.ts'
import { importStatements } from '#app/payments/statements/import-statements.server.ts'
import { receiveStatement } from '#app/payments/statements/receive-statement.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { connect } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'
import type { Database } from '#db/schema.ts'

const LINES = 10_000
const ORDERS = 6000
const MERGED = 100

/** A statement of 10,000 lines of which 6,000 pay orders, imported twice; the second time must change nothing. */
export const run: Bench = async (print) => {
  await onEachDatabase(async (url, database) => {
    const db = connect(url, 8)
    await migrate(db)
    await givenIssuer(db)
    const codes = await givenOrders(db)
    const content = new TextEncoder().encode(camt(linesFor(codes)))
    const first = await importOnce(db, content)
    const before = await totals(db)
    const second = await importOnce(db, content)
    const after = await totals(db)
    if (JSON.stringify(before) !== JSON.stringify(after) || before.payments !== ORDERS || before.lines !== LINES)
      throw new Error(`the second import changed something: ${JSON.stringify({ before, after })}`)
    const broken = (await checkInvariants(db)).filter(({ violations }) => violations > 0)
    if (broken.length > 0) throw new Error(JSON.stringify(broken))
    const figure = (name: string, value: number) =>
      print({ figure: name, value: rounded(value, 1), unit: 's', better: 'lower', database })
    figure(`${LINES} lines, ${ORDERS} of them paying orders`, first)
    figure('the same file again', second)
    await db.destroy()
  })
}

async function givenOrders(db: Kysely<Database>): Promise<string[]> {
  const event = await givenEvent(db, {
    paymentMethods: 'bank-transfer',
    tickets: [{ seats: 1_000_000, price: 12_500, allowsRepeat: 1 }],
  })
  const codes: string[] = []
  while (codes.length < ORDERS) {
    const placed = await placeOrders(db, {
      now: NOW,
      orders: Array.from({ length: MERGED }, () => ({
        eventId: event.id,
        formKey: randomUUID(),
        language: 'en',
        paymentMethod: 'bank-transfer' as const,
        people: [
          { ticketTypeId: event.tickets[0]!.id, fullName: 'Wulandari', email: `${randomUUID()}@kampus.example` },
        ],
      })),
    })
    for (const order of placed) {
      if (!order.ok) throw new Error(JSON.stringify(order.refusals))
      codes.push(order.value.code)
    }
  }
  return codes
}

/** Payments for every order between lines that nobody can place: the same amount from the same payer many times. */
function linesFor(codes: string[]): GivenEntry[] {
  return Array.from({ length: LINES }, (_, at): GivenEntry => {
    const day = `2026-11-${String(1 + (at % 20)).padStart(2, '0')}`
    const code = codes[at]
    if (code === undefined) return { amount: '125.00', day, payer: 'Kampus Merdeka', text: 'conference fee' }
    const creditorReference = paymentReference(code)
    return at % 2 === 0
      ? { amount: '125.00', day, payer: 'Wulandari', creditorReference }
      : { amount: '125.00', day, payer: 'Wulandari', text: `Registration ${code}, thank you`, bankId: `B${at}` }
  })
}

async function importOnce(db: Kysely<Database>, content: Uint8Array): Promise<number> {
  const begun = performance.now()
  const issuer = await db.selectFrom('issuers').select('id').executeTakeFirstOrThrow()
  const received = await receiveStatement(db, {
    issuerId: issuer.id,
    content,
    name: 'november.xml',
    reach: 'all',
    accountId: randomUUID(),
    now: NOW,
  })
  if (!received.ok) throw new Error(JSON.stringify(received.refusals))
  while ((await importStatements(db, { now: NOW })).worked);
  return (performance.now() - begun) / 1000
}

async function totals(db: Kysely<Database>) {
  const count = async (table: 'payments' | 'statementLines' | 'statementMatches' | 'messages') =>
    Number(
      (
        await db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
      ).count,
    )
  return {
    payments: await count('payments'),
    lines: await count('statementLines'),
    matches: await count('statementMatches'),
    mails: await count('messages'),
  }
}
