import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** Removes a package of a call that nobody was given and nobody is meant to be given. */
export async function removePackage(
  db: Kysely<Database>,
  input: { eventId: string; callId: string; packageId: string; now: Instant; actor: Actor },
): Promise<Result<void>> {
  const { eventId, callId, packageId, now, actor } = input
  return await transact<void, string>(db, async (db) => {
    const pack = await db
      .selectFrom('awardPackages')
      .select('code')
      .where('id', '=', packageId)
      .where('callId', '=', callId)
      .executeTakeFirst()
    if (!pack) throw new Refused({ code: 'gone' })
    for (const table of ['awards', 'decisions', 'cohortMembers'] as const) {
      const used = await db.selectFrom(table).select('packageId').where('packageId', '=', packageId).limit(1).execute()
      if (used.length > 0) throw new Refused({ code: 'package-used' })
    }
    for (const table of ['awardPackageTexts', 'awardPackageTickets', 'awardPackageComponents'] as const)
      await db.deleteFrom(table).where('packageId', '=', packageId).execute()
    await db.deleteFrom('awardPackages').where('id', '=', packageId).execute()
    await recordAudit(db, now, [
      { actor, action: 'package.removed', objectKind: 'package', objectId: packageId, eventId, before: pack },
    ])
    await bumpContentVersion(db)
  })
}
