import type { Kysely } from 'kysely'
import { balanceOf } from '../balance.server.ts'
import { moneyWithin } from '../finance/finance-queries.server.ts'
import { issuerOf } from '../methods/issuer-of.server.ts'
import { contentOf } from './issue-papers.server.ts'
import type { PaperContent } from './paper.ts'
import { paperFacts } from './paper-facts.server.ts'
import type { Reach } from '#app/people/rights.ts'
import { type Instant, wallClock } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** The papers of an order, oldest first. */
export async function papersOf(db: Kysely<Database>, orderId: string) {
  return await db
    .selectFrom('invoices')
    .select(['id', 'kind', 'number', 'issuedOn', 'amountMinor', 'currency', 'paymentId'])
    .where('orderId', '=', orderId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

export type PaperListed = Awaited<ReturnType<typeof papersOf>>[number]

/** What of an order's money can be printed: its papers, or while there is no invoice a request for what is due. */
export async function printable(db: Kysely<Database>, orderId: string) {
  const [issued, balance, isOpen, order] = await Promise.all([
    papersOf(db, orderId),
    balanceOf(db, orderId),
    hasSeats(db, orderId),
    db
      .selectFrom('orders')
      .innerJoin('events', 'events.id', 'orders.eventId')
      .select('events.hostId')
      .where('orders.id', '=', orderId)
      .executeTakeFirstOrThrow(),
  ])
  const asks = isOpen && (balance?.due ?? 0) > 0 && !issued.some(({ kind }) => kind === 'invoice')
  return { issued, hasProForma: asks && (await issuerOf(db, order.hostId)) !== null }
}

/** An order whose seats are all gone asks for nothing any more. */
async function hasSeats(db: Kysely<Database>, orderId: string): Promise<boolean> {
  const seat = await db
    .selectFrom('registrations')
    .select('id')
    .where('orderId', '=', orderId)
    .where('state', 'in', ['held', 'confirmed'])
    .limit(1)
    .executeTakeFirst()
  return seat !== undefined
}

/** One paper of an order as it was issued: the one of that number, or its latest invoice. Undefined when there is none. */
export async function issuedPaper(
  db: Kysely<Database>,
  { orderId, number }: { orderId: string; number: string | null },
): Promise<PaperContent | undefined> {
  const own = db.selectFrom('invoices').select('content').where('orderId', '=', orderId)
  const wanted =
    number === null
      ? own.where('kind', '=', 'invoice').orderBy('createdAt', 'desc').orderBy('id', 'desc')
      : own.where('number', '=', number)
  const row = await wanted.executeTakeFirst()
  return row && (JSON.parse(row.content) as PaperContent)
}

/** One paper by its id; undefined outside the reach. */
export async function paperWithin(
  db: Kysely<Database>,
  { paperId, reach }: { paperId: string; reach: Reach },
): Promise<PaperContent | undefined> {
  const row = await moneyWithin(db, reach)
    .innerJoin('invoices', 'invoices.orderId', 'orders.id')
    .select('invoices.content')
    .where('invoices.id', '=', paperId)
    .executeTakeFirst()
  return row && (JSON.parse(row.content) as PaperContent)
}

/** What an order still asks for, as a request for payment; null when nothing is due or nobody is set up to ask. */
export async function proForma(
  db: Kysely<Database>,
  { orderId, now }: { orderId: string; now: Instant },
): Promise<PaperContent | null> {
  const balance = await balanceOf(db, orderId)
  if (!balance || balance.due <= 0 || !(await hasSeats(db, orderId))) return null
  const facts = await paperFacts(db, orderId)
  if (!facts) return null
  const issuedOn = wallClock(now, facts.issuer.zone).day
  return { ...contentOf(facts, facts.lines), kind: 'pro-forma', number: null, issuedOn }
}
