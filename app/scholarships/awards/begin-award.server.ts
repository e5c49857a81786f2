import type { Kysely } from 'kysely'
import { insertAward } from './insert-awards.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface BeginAward {
  eventId: string
  callId: string
  applicationId: string
  now: Instant
  actor: Actor
}

type BeginRefusal = 'award-no-offer' | 'award-twice' | 'application-unknown' | 'funds-short'

/**
 * Begins an award by hand for somebody who has accepted a place without one, with nothing in it yet: what it gives is
 * then put together, and given. Returns its id.
 */
export async function beginAward(
  db: Kysely<Database>,
  { eventId, callId, applicationId, now, actor }: BeginAward,
): Promise<Result<string, BeginRefusal | 'busy'>> {
  return await transact<string, BeginRefusal>(db, async (db) => {
    const comes = await db
      .selectFrom('callOffers')
      .select('id')
      .where('applicationId', '=', applicationId)
      .where('callId', '=', callId)
      .where('state', '=', 'accepted')
      .executeTakeFirst()
    if (!comes) throw new Refused({ code: 'award-no-offer' })
    const currency = await currencyOf(db, { eventId, callId })
    if (currency === null) throw new Refused({ code: 'funds-short' })
    const id = await insertAward(db, { eventId, callId, applicationId, packageId: null, currency, now })
    const entry = { actor, action: 'award.proposed', objectKind: 'award', objectId: id, eventId }
    await recordAudit(db, now, [{ ...entry, after: { applicationId, packageId: null } }])
    return id
  })
}

/** That of what the call usually gives, or else of the first fund. */
async function currencyOf(
  db: Kysely<Database>,
  { eventId, callId }: { eventId: string; callId: string },
): Promise<string | null> {
  const usual = await db
    .selectFrom('awardPackages')
    .select('currency')
    .where('callId', '=', callId)
    .orderBy('position')
    .executeTakeFirst()
  if (usual) return usual.currency
  const fund = await db
    .selectFrom('funds')
    .select('currency')
    .where('eventId', '=', eventId)
    .orderBy('position')
    .executeTakeFirst()
  return fund?.currency ?? null
}
