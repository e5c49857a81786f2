import type { Kysely } from 'kysely'
import { tellApplicant } from './tell-applicant.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { endOffersOf } from '#app/applications/offers/end-offers-of.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/**
 * Its applicant takes an application back, for good; they may begin another while the call is open. An offer that
 * is open ends with it, and what is over changes nothing. `application-offered`: an offer was accepted, and a seat is
 * given up elsewhere.
 */
export async function withdrawApplication(
  db: Kysely<Database>,
  { applicationId, now, actor }: { applicationId: string; now: Instant; actor: Actor },
): Promise<Result<void, 'application-offered' | 'busy'>> {
  return await transact<void, 'application-offered'>(db, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('applications')
      .set((row) => ({
        state: 'withdrawn' as const,
        activeKey: null,
        teamId: null,
        withdrawnAt: now,
        updatedAt: now,
        version: row('version', '+', 1),
      }))
      .where('id', '=', applicationId)
      .where('state', 'in', ['draft', 'submitted'])
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    const { eventId, number } = await db
      .selectFrom('applications')
      .select(['eventId', 'number'])
      .where('id', '=', applicationId)
      .executeTakeFirstOrThrow()
    const offer = await db
      .selectFrom('callOffers')
      .select('id')
      .where('applicationId', '=', applicationId)
      .where('state', '=', 'accepted')
      .executeTakeFirst()
    if (offer) throw new Refused({ code: 'application-offered' as const })
    await endOffersOf(db, { applicationId, now, actor })
    await db
      .updateTable('referees')
      .set({ state: 'withdrawn', updatedAt: now })
      .where('applicationId', '=', applicationId)
      .where('state', 'in', ['named', 'asked'])
      .execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'application.withdrawn',
        objectKind: 'application',
        objectId: applicationId,
        eventId,
        before: { state: number === null ? 'draft' : 'submitted' },
        after: { state: 'withdrawn' },
      },
    ])
    await tellApplicant(db, { applicationId, template: 'application-withdrawn', now })
  })
}
