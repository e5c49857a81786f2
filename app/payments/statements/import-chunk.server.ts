import type { Kysely } from 'kysely'
import { bookShares, type SharedLine } from './book-shares.server.ts'
import { namedCodes, type PayableOrder, planMatch } from './match-plan.ts'
import { payableOrders } from './payable-orders.server.ts'
import type { ReadLine } from './read-line.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import { type Instant, instantOf } from '#app/values/moment.ts'
import type { Database, StatementLinesTable } from '#db/schema.ts'

/** A line with what tells it from all others, and its place in the file, from 1. */
export type PlacedLine = ReadLine & { fingerprint: string; position: number }

export interface Importing {
  id: string
  issuerId: string
  zone: string
  lineCount: number
}

/**
 * The next lines of a statement, inside one transaction: those that the account does not know yet are written down, and
 * whose order is certain is paid. False when somebody else has worked on them meanwhile. A fixed number of queries
 * however many lines, but for money that does not simply fit its order.
 */
export async function importChunk(
  db: Kysely<Database>,
  statement: Importing,
  lines: PlacedLine[],
  { from, now }: { from: number; now: Instant },
): Promise<boolean> {
  const claimed = await db
    .updateTable('statements')
    .set({ doneCount: from + lines.length, state: 'importing', updatedAt: now })
    .where('id', '=', statement.id)
    .where('doneCount', '=', from)
    .where('state', 'in', ['waiting', 'importing'])
    .executeTakeFirst()
  if (claimed.numUpdatedRows === 0n) return false
  const added = await addLines(db, statement, lines, now)
  const matched = await matchLines(db, statement, added, now)
  const isDone = from + lines.length === statement.lineCount
  await db
    .updateTable('statements')
    .set((eb) => ({
      newCount: eb('newCount', '+', added.length),
      matchedCount: eb('matchedCount', '+', matched),
      state: isDone ? 'done' : 'importing',
    }))
    .where('id', '=', statement.id)
    .execute()
  if (isDone) await recordDone(db, statement, now)
  return true
}

type AddedLine = PlacedLine & { id: string }

/** Those that the account has not seen. What another import adds at the same moment is its own. */
async function addLines(
  db: Kysely<Database>,
  { id: statementId, issuerId }: Importing,
  lines: PlacedLine[],
  now: Instant,
): Promise<AddedLine[]> {
  const known = await db
    .selectFrom('statementLines')
    .select('fingerprint')
    .where('issuerId', '=', issuerId)
    .where(
      'fingerprint',
      'in',
      lines.map(({ fingerprint }) => fingerprint),
    )
    .execute()
  const seen = new Set(known.map(({ fingerprint }) => fingerprint))
  const fresh: AddedLine[] = []
  for (const line of lines) {
    if (seen.has(line.fingerprint)) continue
    seen.add(line.fingerprint)
    fresh.push({ ...line, id: newId(now) })
  }
  if (fresh.length === 0) return []
  await db
    .insertInto('statementLines')
    .ignore()
    .values(
      fresh.map(({ bankId: _bankId, isReversal, ...line }) => ({
        ...line,
        statementId,
        issuerId,
        isReversal: isReversal ? (1 as const) : (0 as const),
        state: line.amountMinor < 0 && !isReversal ? ('outgoing' as const) : ('unmatched' as const),
        note: '',
        createdAt: now,
        updatedAt: now,
      })),
    )
    .execute()
  const ids = fresh.map(({ id }) => id)
  const kept = await db.selectFrom('statementLines').select('id').where('id', 'in', ids).execute()
  const own = new Set(kept.map(({ id }) => id))
  return fresh.filter(({ id }) => own.has(id))
}

/** Pays what is certain. Returns how many lines found their orders. */
async function matchLines(
  db: Kysely<Database>,
  { issuerId, zone }: Importing,
  lines: AddedLine[],
  now: Instant,
): Promise<number> {
  const named = new Map(lines.map((line) => [line.id, namedCodes(line)]))
  const orders = await payableOrders(db, [...named.values()].flat(), { isLocked: true })
  const shared: SharedLine[] = []
  // What is due shrinks as the lines before take their part.
  const due = new Map([...orders.values()].map((order) => [order.id, order.due]))
  for (const line of lines) {
    const own = named.get(line.id)!.flatMap((code): PayableOrder[] => {
      const order = orders.get(code)
      return order ? [{ ...order, due: due.get(order.id)! }] : []
    })
    const shares = planMatch(line, own, issuerId)
    if (shares === null) continue
    for (const { orderId, amountMinor } of shares) due.set(orderId, due.get(orderId)! - amountMinor)
    const receivedAt = instantOf(line.bookedOn, '12:00', zone)
    shared.push({ id: line.id, currency: line.currency, receivedAt, matchCount: 0, shares })
  }
  if (shared.length === 0) return 0
  await bookShares(db, { lines: shared, orders: [...orders.values()], now, actor: { kind: 'system' } })
  const state: StatementLinesTable['state'] = 'matched'
  await db
    .updateTable('statementLines')
    .set({ state, updatedAt: now })
    .where(
      'id',
      'in',
      shared.map(({ id }) => id),
    )
    .execute()
  return shared.length
}

async function recordDone(db: Kysely<Database>, { id }: Importing, now: Instant): Promise<void> {
  const { lineCount, newCount, matchedCount } = await db
    .selectFrom('statements')
    .select(['lineCount', 'newCount', 'matchedCount'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await recordAudit(db, now, [
    {
      actor: { kind: 'system' },
      action: 'statement.imported',
      objectKind: 'statement',
      objectId: id,
      after: { lineCount, newCount, matchedCount },
    },
  ])
}
