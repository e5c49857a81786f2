import type { Kysely } from 'kysely'
import { answerAward } from './answer-award.server.ts'
import { findAwardRow } from './award-rows.server.ts'
import { endAward } from './end-award.server.ts'
import { offerAward } from './offer-award.server.ts'
import { refuseForeignAward } from './refuse-foreign-award.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface ByHand {
  eventId: string
  awardId: string
  now: Instant
  actor: Actor
}

/**
 * Gives an award that was put together by hand to somebody who comes already: its money is committed at once, and the
 * award ends with the place they have accepted.
 */
export async function giveAward(db: Kysely<Database>, { eventId, awardId, now, actor }: ByHand): Promise<Result<void>> {
  return await transact<void, string>(db, async (db) => {
    await refuseForeignAward(db, { awardId, eventId })
    await offerAward(db, { awardId, now, actor })
    const components = await db.selectFrom('awardComponents').select('kind').where('awardId', '=', awardId).execute()
    if (components.length === 0) throw new Refused({ code: 'award-empty' })
    await answerAward(db, { awardId, accepted: components.map(({ kind }) => kind), now, actor })
    const { applicationId } = await findAwardRow(db, awardId)
    const { numUpdatedRows } = await db
      .updateTable('callOffers')
      .set({ awardId, updatedAt: now })
      .where('applicationId', '=', applicationId)
      .where('state', '=', 'accepted')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refused({ code: 'award-no-offer' })
  })
}

/** Drops an award that is not given yet. */
export async function dropAward(db: Kysely<Database>, { eventId, awardId, now, actor }: ByHand): Promise<Result<void>> {
  return await transact<void, string>(db, async (db) => {
    await refuseForeignAward(db, { awardId, eventId })
    const { state } = await findAwardRow(db, awardId)
    if (state !== 'proposed') throw new Refused({ code: 'award-moved' })
    await endAward(db, { awardId, to: 'withdrawn', now, actor })
  })
}
