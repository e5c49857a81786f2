import type { Kysely } from 'kysely'
import { findAwardRow } from './award-rows.server.ts'
import { choiceCodeOf } from './choice-code-of.server.ts'
import { mayPay } from './plan-shares.ts'
import { readAwardees } from './read-awardees.server.ts'
import { refuseForeignAward } from './refuse-foreign-award.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { listFunds } from '#app/scholarships/funds/list-funds.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { ComponentKind, Database, PayoutWay } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface WrittenComponent {
  kind: ComponentKind
  payout: PayoutWay
  isCap: boolean
  note: string
  shares: { fundId: string; amountMinor: number }[]
}

export interface PutTogether {
  eventId: string
  awardId: string
  components: WrittenComponent[]
  now: Instant
  actor: Actor
}

/** Says by hand what a proposed award gives, and which funds pay how much of it: several for one component as well. */
export async function putTogether(db: Kysely<Database>, input: PutTogether): Promise<Result<void>> {
  const { eventId, awardId, components, now, actor } = input
  return await transact<void, string>(db, async (db) => {
    await refuseForeignAward(db, { awardId, eventId })
    const { numUpdatedRows } = await db
      .updateTable('awards')
      .set({ updatedAt: now })
      .where('id', '=', awardId)
      .where('state', '=', 'proposed')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refused({ code: 'award-moved' })
    if (components.length === 0) throw new Refused({ code: 'award-empty' })
    const { currency, applicationId } = await findAwardRow(db, awardId)
    await refuseFunds(db, { eventId, applicationId, currency, components })
    await clear(db, awardId)
    for (const [position, { shares, isCap, ...component }] of components.entries()) {
      const id = newId(now)
      const amountMinor = shares.reduce((sum, share) => sum + share.amountMinor, 0)
      const row = { id, awardId, position, ...component, isCap: isCap ? (1 as const) : (0 as const), amountMinor }
      await db
        .insertInto('awardComponents')
        .values({ ...row, state: 'proposed', answeredAt: null })
        .execute()
      const rows = shares
        .filter((share) => share.amountMinor > 0)
        .map((share) => ({ componentId: id, ...share, returnedMinor: 0 }))
      if (rows.length > 0) await db.insertInto('awardShares').values(rows).execute()
    }
    const after = { components: components.map(({ kind, shares }) => ({ kind, shares })), currency }
    await recordAudit(db, now, [
      { actor, action: 'award.written', objectKind: 'award', objectId: awardId, eventId, after },
    ])
  })
}

async function refuseFunds(
  db: Kysely<Database>,
  given: { eventId: string; applicationId: string; currency: string; components: WrittenComponent[] },
): Promise<void> {
  const { eventId, applicationId, currency, components } = given
  const funds = await listFunds(db, eventId)
  const awardee = (await readAwardees(db, { eventId, applicationIds: [applicationId] })).get(applicationId)!
  const choiceCode = await choiceCodeOf(db, applicationId)
  for (const { kind, shares } of components)
    for (const { fundId, amountMinor } of shares) {
      const field = `share-${kind}-${fundId}`
      const fund = funds.find(({ id }) => id === fundId)
      if (!fund) throw new Refused({ code: 'fund-unknown', field })
      if (amountMinor === 0) continue
      if (fund.currency !== currency)
        throw new Refused({ code: 'fund-currency', field, details: { fund: fund.name, its: fund.currency, currency } })
      if (!mayPay(fund, { ...awardee, choiceCode }))
        throw new Refused({ code: 'fund-conditions', field, details: { fund: fund.name } })
    }
}

async function clear(db: Kysely<Database>, awardId: string): Promise<void> {
  await db
    .deleteFrom('awardShares')
    .where('componentId', 'in', (query) =>
      query.selectFrom('awardComponents').select('awardComponents.id').where('awardComponents.awardId', '=', awardId),
    )
    .execute()
  await db.deleteFrom('awardComponents').where('awardId', '=', awardId).execute()
}
