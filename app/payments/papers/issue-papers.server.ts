import type { Kysely } from 'kysely'
import { balanceOf } from '../balance.server.ts'
import type { PaperContent, PaperLine } from './paper.ts'
import { paperFacts, type PaperFacts } from './paper-facts.server.ts'
import { paperAccount } from './paper-account.ts'
import { writePaper } from './write-paper.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { type Instant, wallClock } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * Issues what the lines of an order still need, inside a transaction that holds the order: an invoice for what no
 * paper covers yet, or a credit note when an invoice said too much. Nothing while the order's host has no issuer.
 * With `onlyToCorrect` only an order that has an invoice gets another paper.
 */
export async function issuePapers(
  db: Kysely<Database>,
  {
    orderId,
    now,
    actor,
    onlyToCorrect = false,
  }: {
    orderId: string
    now: Instant
    actor: Actor
    onlyToCorrect?: boolean
  },
): Promise<void> {
  const facts = await paperFacts(db, orderId)
  if (!facts) return
  const issued = await issuedPapers(db, orderId)
  const latest = issued.findLast(({ kind }) => kind === 'invoice')
  if (!latest && onlyToCorrect) return
  const covered = new Set(issued.flatMap(({ lineIds }) => lineIds))
  const lines = facts.lines.filter(({ lineId }) => !covered.has(lineId))
  const totalMinor = sumOf(lines.map(({ amountMinor }) => amountMinor))
  if (totalMinor === 0 || (totalMinor < 0 && !latest)) return
  const isCredit = totalMinor < 0
  await writePaper(
    db,
    facts,
    {
      kind: isCredit ? 'credit-note' : 'invoice',
      subject: `${orderId} ${lines.at(-1)!.lineId}`,
      correctsId: isCredit ? latest!.id : null,
      paymentId: null,
      content: {
        ...contentOf(facts, lines),
        ...((await isPaid(db, orderId)) ? { account: null, dueOn: null } : {}),
        corrects: isCredit ? latest!.number : null,
      },
    },
    { now, actor },
  )
}

/** An invoice for money that is here asks nobody to pay. */
async function isPaid(db: Kysely<Database>, orderId: string): Promise<boolean> {
  const balance = await balanceOf(db, orderId)
  return balance !== null && balance.due <= 0
}

/** What stands on a paper of these lines. */
export function contentOf(facts: PaperFacts, lines: PaperLine[]): Omit<PaperContent, 'number' | 'issuedOn' | 'kind'> {
  const { order, issuerParty, buyer, event, issuer } = facts
  return {
    language: order.language,
    issuer: issuerParty,
    buyer,
    event,
    orderCode: order.code,
    currency: order.currency,
    lines: lines.map(({ lineId, description, person, amountMinor, taxName, taxRate, taxMinor, taxNote }) => ({
      lineId,
      description,
      person,
      amountMinor,
      taxName,
      taxRate,
      taxMinor,
      taxNote,
    })),
    totalMinor: sumOf(lines.map(({ amountMinor }) => amountMinor)),
    taxMinor: sumOf(lines.map(({ taxMinor }) => taxMinor)),
    corrects: null,
    payment: null,
    dueOn: order.dueAt && wallClock(order.dueAt, order.zone).day,
    account: paperAccount(issuer, order.code),
  }
}

interface Issued {
  id: string
  kind: string
  number: string
  lineIds: string[]
}

async function issuedPapers(db: Kysely<Database>, orderId: string): Promise<Issued[]> {
  const rows = await db
    .selectFrom('invoices')
    .select(['id', 'kind', 'number', 'content'])
    .where('orderId', '=', orderId)
    .where('kind', 'in', ['invoice', 'credit-note'])
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.map(({ content, ...row }) => {
    const { lines } = JSON.parse(content) as PaperContent
    return { ...row, lineIds: lines.map(({ lineId }) => lineId) }
  })
}

function sumOf(amounts: number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0)
}
