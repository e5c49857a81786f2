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

/** The papers of an order, and whether somebody is set up to issue more. */
export async function printable(db: Kysely<Database>, orderId: string) {
  const [issued, { hostId }] = await Promise.all([
    papersOf(db, orderId),
    db
      .selectFrom('orders')
      .innerJoin('events', 'events.id', 'orders.eventId')
      .select('events.hostId')
      .where('orders.id', '=', orderId)
      .executeTakeFirstOrThrow(),
  ])
  return { issued, hasIssuer: (await issuerOf(db, hostId)) !== null }
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
