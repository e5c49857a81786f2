import type { Kysely } from 'kysely'
import type { SubjectIds } from './as-subject.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SendTest {
  eventId: string
  broadcastId: string
  /** As whose mail it is written. */
  subject: SubjectIds
  language: string
  accountId: string
  now: Instant
  actor: Actor
}

/** Sends a broadcast to whoever asks, as one recipient would get it, but for the keys in its links. */
export async function sendTest(
  db: Kysely<Database>,
  { eventId, broadcastId, subject, language, accountId, now, actor }: SendTest,
): Promise<Result<{ email: string }, 'gone' | 'busy'>> {
  return await transact<{ email: string }, 'gone'>(db, async (db) => {
    const author = await db
      .selectFrom('accounts')
      .innerJoin('people', 'people.id', 'accounts.personId')
      .select(['accounts.email', 'people.fullName'])
      .where('accounts.id', '=', accountId)
      .executeTakeFirst()
    const broadcast = await db
      .selectFrom('broadcasts')
      .select('id')
      .where('id', '=', broadcastId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!author || !broadcast) throw new Refused({ code: 'gone' as const })
    await enqueueMessages(
      db,
      [
        {
          template: 'broadcast',
          subjectId: broadcastId,
          recipient: { email: author.email, name: author.fullName },
          language,
          occasion: `test ${now}`,
          eventId,
          props: { ...subject, isTest: 1 },
        },
      ],
      now,
    )
    await recordAudit(db, now, [
      { actor, action: 'broadcast.tested', objectKind: 'broadcast', objectId: broadcastId, eventId },
    ])
    return { email: author.email }
  })
}
