import type { Kysely } from 'kysely'
import { withdrawApplication } from '#app/applications/applying/withdraw-application.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface WithdrawFor {
  applicationId: string
  /** Kept in the note of the organizers, below what stands there. */
  reason: string
  now: Instant
  actor: Actor
}

/** An organizer withdraws an application on behalf of its applicant, who is told. */
export async function withdrawFor(
  db: Kysely<Database>,
  { applicationId, reason, now, actor }: WithdrawFor,
): Promise<Result<void, 'application-offered' | 'busy'>> {
  return await transact<void, 'application-offered'>(db, async (db) => {
    const done = await withdrawApplication(db, { applicationId, now, actor })
    if (!done.ok) throw new Refused<'application-offered'>(...(done.refusals as { code: 'application-offered' }[]))
    const { note } = await db
      .selectFrom('applications')
      .select('note')
      .where('id', '=', applicationId)
      .executeTakeFirstOrThrow()
    const kept = [note, `${now.slice(0, 10)}: ${reason}`].filter(Boolean).join('\n').slice(-2000)
    await db.updateTable('applications').set({ note: kept }).where('id', '=', applicationId).execute()
  })
}
