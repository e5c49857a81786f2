import { type Kysely, sql } from 'kysely'
import { conditionRows } from './conditions.ts'
import { conditionsOf, type FundForm } from './fund-form.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { plainAmount } from '#app/values/money.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { isDuplicate, transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export interface SaveFund {
  eventId: string
  /** null: a new one. */
  fundId: string | null
  form: FundForm
  now: Instant
  actor: Actor
}

/** Adds a fund, or changes one: its budget never below what is offered and committed, its currency never once it pays. */
export async function saveFund(db: Kysely<Database>, input: SaveFund): Promise<Result<{ id: string }>> {
  const { eventId, fundId, form, now, actor } = input
  return await transact<{ id: string }, string>(db, async (db) => {
    const id = fundId ?? newId(now)
    const { code, donor, name, currency, budgetMinor, note } = form
    const columns = { code, donor, name, currency, budgetMinor, note }
    const before = fundId === null ? null : await read(db, { eventId, fundId })
    try {
      if (before) await change(db, { before, columns, seen: form.seen, now })
      else await add(db, { id, eventId, columns, now })
    } catch (error) {
      if (isDuplicate(error)) throw new Refused({ code: 'fund-code-taken', field: 'code' })
      throw error
    }
    await db.deleteFrom('fundConditions').where('fundId', '=', id).execute()
    const conditions = conditionRows(id, conditionsOf(form))
    if (conditions.length > 0) await db.insertInto('fundConditions').values(conditions).execute()
    const { code: was, budgetMinor: budgetWas } = before ?? { code: null, budgetMinor: null }
    await recordAudit(db, now, [
      {
        actor,
        action: before ? 'fund.changed' : 'fund.added',
        objectKind: 'fund',
        objectId: id,
        eventId,
        ...(before && { before: { code: was, budgetMinor: budgetWas, currency: before.currency } }),
        after: { code, budgetMinor, currency, conditions: conditions.map(({ kind, value }) => `${kind} ${value}`) },
      },
    ])
    return { id }
  })
}

type Columns = Pick<FundForm, 'code' | 'donor' | 'name' | 'currency' | 'budgetMinor' | 'note'>

type Known = Awaited<ReturnType<typeof read>>

async function read(db: Kysely<Database>, { eventId, fundId }: { eventId: string; fundId: string }) {
  const fund = await db
    .selectFrom('funds')
    .selectAll()
    .where('id', '=', fundId)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  if (!fund) throw new Refused({ code: 'gone' })
  return fund
}

async function add(
  db: Kysely<Database>,
  { id, eventId, columns, now }: { id: string; eventId: string; columns: Columns; now: Instant },
): Promise<void> {
  const last = await db
    .selectFrom('funds')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  const counters = { offeredMinor: 0, committedMinor: 0, paidMinor: 0 }
  const position = (last?.position ?? -1) + 1
  await db
    .insertInto('funds')
    .values({ id, eventId, ...columns, ...counters, position, version: 1, createdAt: now, updatedAt: now })
    .execute()
}

async function change(
  db: Kysely<Database>,
  { before, columns, seen, now }: { before: Known; columns: Columns; seen: string; now: Instant },
): Promise<void> {
  if (columns.currency !== before.currency && (await isUsed(db, before.id)))
    throw new Refused({ code: 'fund-currency-used', field: 'currency', details: { currency: before.currency } })
  const { numUpdatedRows } = await db
    .updateTable('funds')
    .set({ ...columns, version: sql`version + 1`, updatedAt: now })
    .where('id', '=', before.id)
    .where('version', '=', Number(seen))
    .where((row) => row(row('offeredMinor', '+', row.ref('committedMinor')), '<=', columns.budgetMinor))
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  if (String(before.version) !== seen) throw new Refused({ code: 'stale' })
  const money = (amountMinor: number) => `${before.currency} ${plainAmount({ amountMinor, currency: before.currency })}`
  const { offeredMinor, committedMinor } = await read(db, { eventId: before.eventId, fundId: before.id })
  throw new Refused({
    code: 'fund-promised',
    field: 'budget',
    details: {
      offered: money(offeredMinor),
      committed: money(committedMinor),
      least: money(offeredMinor + committedMinor),
    },
  })
}

/** Whether an award has ever been planned on it. */
export async function isUsed(db: Kysely<Database>, fundId: string): Promise<boolean> {
  const share = await db
    .selectFrom('awardShares')
    .select('fundId')
    .where('fundId', '=', fundId)
    .limit(1)
    .executeTakeFirst()
  return share !== undefined
}
