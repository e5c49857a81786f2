import type { Kysely } from 'kysely'
import { tellApplicant } from './tell-applicant.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/**
 * Mails the link of an application to its applicant again, once an hour at most: how it stands, and how to go on.
 * False when there is nobody to write to.
 */
export async function mailApplicationLink(
  db: Kysely<Database>,
  { applicationId, now }: { applicationId: string; now: Instant },
): Promise<boolean> {
  const mailed = await transact(db, async (db) => {
    const row = await db.selectFrom('applications').select('state').where('id', '=', applicationId).executeTakeFirst()
    if (!row || row.state === 'withdrawn') return false
    const template = row.state === 'draft' ? 'application-saved' : 'application-received'
    return await tellApplicant(db, { applicationId, template, occasion: `asked ${now.slice(0, 13)}`, now })
  })
  return mailed.ok && mailed.value
}
