import type { Insertable, Kysely } from 'kysely'
import { closedGate } from './gates.ts'
import { holdAward } from './hold-award.server.ts'
import { leftOfComponent } from './left-of-component.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { plainAmount } from '#app/values/money.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database, PayoutsTable, PayoutState, PayoutWay } from '#db/schema.ts'

export interface NewPayout {
  awardId: string
  componentId: string
  way: PayoutWay
  state: PayoutState
  /** In the award's currency; `rest`: all that is left of the component. */
  amountMinor: number | 'rest'
  note: string
  reference: string
  formKey: string
  now: Instant
  actor: Actor
}

/** What of a payout says that somebody looked, agreed and paid. */
export type PayoutSteps = Pick<
  Insertable<PayoutsTable>,
  'checkedBy' | 'checkedAt' | 'approvedBy' | 'approvedAt' | 'paidBy' | 'paidAt'
>

const NO_STEPS: PayoutSteps = {
  checkedBy: null,
  checkedAt: null,
  approvedBy: null,
  approvedAt: null,
  paidBy: null,
  paidAt: null,
}

/**
 * Writes a payout of an accepted component down, never more than is left of it. The same form sent twice is one payout.
 * In the caller's transaction.
 * @throws Refused `award-moved`, `component-unknown`, `payout-way`, `gate-visa`, `gate-ticket`, `payout-too-much`.
 */
export async function addPayout(
  db: Kysely<Database>,
  payout: NewPayout,
  steps: Partial<PayoutSteps> = {},
): Promise<{ id: string; isNew: boolean; amountMinor: number }> {
  const { awardId, componentId, way, state, formKey, now, actor } = payout
  await holdAward(db, { awardId, states: ['accepted'], now })
  const known = await db
    .selectFrom('payouts')
    .select(['id', 'amountMinor'])
    .where('formKey', '=', formKey)
    .executeTakeFirst()
  if (known) return { ...known, isNew: false }
  const award = await db.selectFrom('awards').selectAll().where('id', '=', awardId).executeTakeFirstOrThrow()
  const component = await db
    .selectFrom('awardComponents')
    .select(['kind', 'payout', 'state'])
    .where('id', '=', componentId)
    .where('awardId', '=', awardId)
    .executeTakeFirst()
  if (component?.state !== 'accepted') throw new Refused({ code: 'component-unknown' })
  if (component.payout !== way) throw new Refused({ code: 'payout-way' })
  const gate = closedGate({ kind: component.kind, way }, award)
  if (gate) throw new Refused({ code: gate })
  const left = await leftOfComponent(db, componentId)
  const amountMinor = payout.amountMinor === 'rest' ? left : payout.amountMinor
  refuseTooMuch({ amountMinor, left, currency: award.currency })
  const id = newId(now)
  const { currency, eventId } = award
  const { note, reference } = payout
  const row = { id, eventId, awardId, componentId, way, state, amountMinor, currency, note, reference, formKey }
  const createdBy = actor.id ?? null
  const times = { createdBy, createdAt: now, updatedAt: now, reason: '' }
  await db
    .insertInto('payouts')
    .values({ ...row, ...NO_STEPS, ...steps, ...times })
    .execute()
  const after = { awardId, componentId, way, amountMinor, currency, state }
  await recordAudit(db, now, [{ actor, action: `payout.${state}`, objectKind: 'payout', objectId: id, eventId, after }])
  return { id, isNew: true, amountMinor }
}

/** @throws Refused `payout-too-much`. */
export function refuseTooMuch({
  amountMinor,
  left,
  currency,
}: {
  amountMinor: number
  left: number
  currency: string
}): void {
  if (amountMinor <= left) return
  const free = `${currency} ${plainAmount({ amountMinor: left, currency })}`
  throw new Refused({ code: 'payout-too-much', field: 'amount', details: { left: free } })
}
