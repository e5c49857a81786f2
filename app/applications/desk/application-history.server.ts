import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** As many entries as one reads; the log of the event has all. */
const MOST = 200

/** What the log says of an application and its letters, the newest first. */
export async function applicationHistory(
  db: Kysely<Database>,
  { eventId, applicationId }: { eventId: string; applicationId: string },
) {
  const letters = await db.selectFrom('referees').select('id').where('applicationId', '=', applicationId).execute()
  const rows = await db
    .selectFrom('auditEntries')
    .leftJoin('accounts', 'accounts.id', 'auditEntries.actorId')
    .leftJoin('people', 'people.id', 'accounts.personId')
    .select(['auditEntries.id', 'auditEntries.at', 'auditEntries.action', 'auditEntries.actorKind'])
    .select('people.fullName as actorName')
    .where('auditEntries.eventId', '=', eventId)
    .where(({ or, and, eb }) =>
      or([
        and([eb('objectKind', '=', 'application'), eb('objectId', '=', applicationId)]),
        and([eb('objectKind', '=', 'referee'), eb('objectId', 'in', [...letters.map(({ id }) => id), ''])]),
      ]),
    )
    .orderBy('auditEntries.at', 'desc')
    .orderBy('auditEntries.id', 'desc')
    .limit(MOST)
    .execute()
  return rows
}
