import type { Kysely } from 'kysely'
import { moveAward, findAwardRow } from './award-rows.server.ts'
import { refuseForeignAward } from './refuse-foreign-award.server.ts'
import { returnUnneeded } from './return-unneeded.server.ts'
import { holdAward } from '../payouts/hold-award.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface Returning {
  eventId: string
  awardId: string
  now: Instant
  actor: Actor
}

/** Gives back to its funds what a component did not need: all that is left, or so much of it. */
export async function returnMoney(
  db: Kysely<Database>,
  { componentId, amountMinor, ...input }: Returning & { componentId: string; amountMinor?: number },
): Promise<Result<{ returnedMinor: number }>> {
  const { eventId, awardId, now, actor } = input
  return await transact<{ returnedMinor: number }, string>(db, async (db) => {
    await refuseForeignAward(db, { awardId, eventId })
    await holdAward(db, { awardId, now })
    const asked = amountMinor === undefined ? {} : { amountMinor }
    const returned = await returnUnneeded(db, { awardId, componentId, ...asked, now })
    const returnedMinor = returned.get(componentId) ?? 0
    if (returnedMinor === 0) throw new Refused({ code: 'nothing-to-return' })
    if (amountMinor !== undefined && returnedMinor < amountMinor) throw new Refused({ code: 'nothing-to-return' })
    const { currency } = await findAwardRow(db, awardId)
    const after = { componentId, returnedMinor, currency }
    await recordAudit(db, now, [
      { actor, action: 'award.returned', objectKind: 'award', objectId: awardId, eventId, after },
    ])
    return { returnedMinor }
  })
}

/** Closes an accepted award: nothing is on its way any more, and what was not needed goes back to its funds. */
export async function finishAward(db: Kysely<Database>, input: Returning): Promise<Result<void>> {
  const { eventId, awardId, now, actor } = input
  return await transact<void, string>(db, async (db) => {
    await refuseForeignAward(db, { awardId, eventId })
    await moveAward(db, { awardId, from: ['accepted'], to: 'ended', now })
    const open = await db
      .selectFrom('payouts')
      .select('id')
      .where('awardId', '=', awardId)
      .where('state', 'in', ['claimed', 'checked', 'approved'])
      .limit(1)
      .executeTakeFirst()
    if (open) throw new Refused({ code: 'payouts-open' })
    const returned = await returnUnneeded(db, { awardId, now })
    const after = { returned: Object.fromEntries(returned) }
    await recordAudit(db, now, [
      { actor, action: 'award.ended', objectKind: 'award', objectId: awardId, eventId, after },
    ])
  })
}
