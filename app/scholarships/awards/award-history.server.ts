import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** As many entries as one reads; the log of the event has all. */
const MOST = 200

/** What the log says of an award and what was paid of it, the newest first. */
export async function awardHistory(db: Kysely<Database>, { eventId, awardId }: { eventId: string; awardId: string }) {
  const payouts = await db.selectFrom('payouts').select('id').where('awardId', '=', awardId).execute()
  return await db
    .selectFrom('auditEntries')
    .leftJoin('accounts', 'accounts.id', 'auditEntries.actorId')
    .leftJoin('people', 'people.id', 'accounts.personId')
    .select(['auditEntries.id', 'auditEntries.at', 'auditEntries.action', 'auditEntries.actorKind'])
    .select('people.fullName as actorName')
    .where('auditEntries.eventId', '=', eventId)
    .where(({ or, and, eb }) =>
      or([
        and([eb('objectKind', '=', 'award'), eb('objectId', '=', awardId)]),
        and([eb('objectKind', '=', 'payout'), eb('objectId', 'in', [...payouts.map(({ id }) => id), ''])]),
      ]),
    )
    .orderBy('auditEntries.at', 'desc')
    .orderBy('auditEntries.id', 'desc')
    .limit(MOST)
    .execute()
}
