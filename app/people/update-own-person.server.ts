import type { Kysely } from 'kysely'
import { namesChanged } from './names-changed.server.ts'
import type { SignedIn } from './signed-in.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { sortKey } from '#app/values/text.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export interface OwnPerson {
  fullName: string
  country: string | null
  language: string
}

/** Changes what one says of oneself. Orders and registrations keep the name that they were made with. */
export async function updateOwnPerson(
  db: Kysely<Database>,
  { personId, accountId, now, ...person }: Pick<SignedIn, 'personId' | 'accountId'> & OwnPerson & { now: Instant },
): Promise<Result<void, 'busy'>> {
  const { fullName, country, language } = person
  return await transact(db, async (db) => {
    await db
      .updateTable('people')
      .set({ fullName, country, language, sortKey: sortKey(fullName) })
      .where('id', '=', personId)
      .execute()
    await namesChanged(db, [personId])
    const actor = { kind: 'account' as const, id: accountId }
    await recordAudit(db, now, [{ actor, action: 'person.changed', objectKind: 'person', objectId: personId }])
  })
}
