import type { Kysely } from 'kysely'
import { offerFigures } from './offer-figures.server.ts'
import { tellApplicants } from './tell-applicant.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** So long before an offer ends its receiver is reminded, once; nobody is who was written to only just now. */
const BEFORE_MINUTES = 48 * 60
const AFTER_MINUTES = 12 * 60

const AT_ONCE = 100

/** Reminds those whose offer ends within two days. Returns how many. */
export async function remindOffers(db: Kysely<Database>, { now }: { now: Instant }): Promise<number> {
  const due = await db
    .selectFrom('callOffers')
    .innerJoin('events', 'events.id', 'callOffers.eventId')
    .leftJoin('awards', 'awards.id', 'callOffers.awardId')
    .select(['callOffers.id', 'callOffers.callId', 'callOffers.applicationId', 'callOffers.choiceId'])
    .select(['callOffers.untilAt', 'callOffers.createdAt', 'awards.packageId', 'events.currency'])
    .where('callOffers.state', '=', 'open')
    .where('callOffers.remindedAt', 'is', null)
    .where('callOffers.untilAt', '>', now)
    .where('callOffers.untilAt', '<=', addMinutes(now, BEFORE_MINUTES))
    .where('callOffers.createdAt', '<=', addMinutes(now, -AFTER_MINUTES))
    .orderBy('callOffers.untilAt')
    .limit(AT_ONCE)
    .execute()
  let reminded = 0
  for (const { id, callId, applicationId, choiceId, packageId, untilAt, createdAt, currency } of due) {
    const result = await transact(db, async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('callOffers')
        .set({ remindedAt: now })
        .where('id', '=', id)
        .where('state', '=', 'open')
        .where('remindedAt', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) return 0
      const wanted = [{ applicationId, choiceId, packageId }]
      const figures = await offerFigures(db, { offering: { callId, currency }, wanted, now: createdAt })
      const props = { untilAt, ...figures.get(applicationId) }
      await tellApplicants(db, [{ template: 'admission-reminder', applicationId, occasion: id, props }], now)
      return 1
    })
    if (result.ok) reminded += result.value
  }
  return reminded
}
