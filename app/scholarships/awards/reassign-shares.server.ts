import type { Kysely } from 'kysely'
import { findAwardRow, sharesOfAward } from './award-rows.server.ts'
import { choiceCodeOf } from './choice-code-of.server.ts'
import { mayPay } from './plan-shares.ts'
import { readAwardees } from './read-awardees.server.ts'
import { refuseForeignAward } from './refuse-foreign-award.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Fund } from '#app/scholarships/funds/fund.ts'
import { listFunds } from '#app/scholarships/funds/list-funds.server.ts'
import { moveMoney } from '#app/scholarships/funds/move-money.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface ReassignShares {
  eventId: string
  awardId: string
  fromFundId: string
  toFundId: string
  now: Instant
  actor: Actor
}

/**
 * Lets another fund pay what one pays of an award: one of the same currency whose donor wants that and which has the
 * money. What was paid out of a fund already stays where it came from.
 */
export async function reassignShares(db: Kysely<Database>, input: ReassignShares): Promise<Result<void>> {
  const { eventId, awardId, fromFundId, toFundId, now, actor } = input
  return await transact<void, string>(db, async (db) => {
    await refuseForeignAward(db, { awardId, eventId })
    await db.updateTable('awards').set({ updatedAt: now }).where('id', '=', awardId).execute()
    const { state, applicationId, currency } = await findAwardRow(db, awardId)
    if (!['proposed', 'offered', 'accepted'].includes(state)) throw new Refused({ code: 'award-moved' })
    const fund = (await listFunds(db, eventId)).find(({ id }) => id === toFundId)
    await refuseFund(db, { fund, currency, eventId, applicationId })
    const shares = (await sharesOfAward(db, awardId)).filter(
      (share) => share.fundId === fromFundId && share.state === state && share.amountMinor > share.returnedMinor,
    )
    if (shares.length === 0 || fromFundId === toFundId) throw new Refused({ code: 'nothing-to-move' })
    await refusePaid(db, shares)
    await moveMoney(
      db,
      shares.flatMap((share) => movements(share, { state, fromFundId, toFundId })),
      now,
    )
    for (const share of shares) await moveShare(db, share, toFundId)
    const after = {
      from: fromFundId,
      to: toFundId,
      amountMinor: shares.reduce((sum, one) => sum + kept(one), 0),
      currency,
    }
    await recordAudit(db, now, [
      { actor, action: 'award.reassigned', objectKind: 'award', objectId: awardId, eventId, after },
    ])
  })
}

interface Share {
  componentId: string
  fundId: string
  amountMinor: number
  returnedMinor: number
}

const kept = ({ amountMinor, returnedMinor }: Share) => amountMinor - returnedMinor

async function refuseFund(
  db: Kysely<Database>,
  given: { fund: Fund | undefined; currency: string; eventId: string; applicationId: string },
): Promise<void> {
  const { fund, currency, eventId, applicationId } = given
  if (!fund) throw new Refused({ code: 'fund-unknown', field: 'to' })
  if (fund.currency !== currency)
    throw new Refused({
      code: 'fund-currency',
      field: 'to',
      details: { fund: fund.name, its: fund.currency, currency },
    })
  const awardee = (await readAwardees(db, { eventId, applicationIds: [applicationId] })).get(applicationId)!
  const choiceCode = await choiceCodeOf(db, applicationId)
  if (!mayPay(fund, { ...awardee, choiceCode }))
    throw new Refused({ code: 'fund-conditions', field: 'to', details: { fund: fund.name } })
}

async function refusePaid(db: Kysely<Database>, shares: Share[]): Promise<void> {
  const paid = await db
    .selectFrom('payoutShares')
    .innerJoin('payouts', 'payouts.id', 'payoutShares.payoutId')
    .select('payouts.id')
    .where(
      'payouts.componentId',
      'in',
      shares.map(({ componentId }) => componentId),
    )
    .where('payoutShares.fundId', '=', shares[0]!.fundId)
    .limit(1)
    .executeTakeFirst()
  if (paid) throw new Refused({ code: 'fund-paid-already', field: 'from' })
}

function movements(
  share: Share,
  { state, fromFundId, toFundId }: { state: string; fromFundId: string; toFundId: string },
) {
  const amount = kept(share)
  const of = (fundId: string, sign: number) => ({
    fundId,
    offeredMinor: state === 'offered' ? sign * amount : 0,
    committedMinor: state === 'accepted' ? sign * amount : 0,
  })
  return [of(fromFundId, -1), of(toFundId, 1)]
}

/** What had been given back stays with the fund that gave it. */
async function moveShare(db: Kysely<Database>, share: Share, toFundId: string): Promise<void> {
  const { componentId, fundId, returnedMinor } = share
  const known = await db
    .selectFrom('awardShares')
    .select('amountMinor')
    .where('componentId', '=', componentId)
    .where('fundId', '=', toFundId)
    .executeTakeFirst()
  const amount = kept(share)
  const of = (id: string) =>
    db.updateTable('awardShares').where('componentId', '=', componentId).where('fundId', '=', id)
  if (known)
    await of(toFundId)
      .set((row) => ({ amountMinor: row('amountMinor', '+', amount) }))
      .execute()
  else
    await db
      .insertInto('awardShares')
      .values({ componentId, fundId: toFundId, amountMinor: amount, returnedMinor: 0 })
      .execute()
  if (returnedMinor > 0) await of(fundId).set({ amountMinor: returnedMinor }).execute()
  else await db.deleteFrom('awardShares').where('componentId', '=', componentId).where('fundId', '=', fundId).execute()
}
