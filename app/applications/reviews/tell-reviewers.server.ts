import type { Kysely } from 'kysely'
import type { Call } from '../calls/call.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

interface TellReviewers {
  call: Pick<Call, 'id' | 'eventId'>
  accountIds: string[]
  /** The batch, or the reminder: nobody is told twice of one. */
  occasion: string
  isReminder?: boolean
  now: Instant
}

/** Stores a mail to each of them; what it says is read when it is sent, and names nobody. */
export async function tellReviewers(
  db: Kysely<Database>,
  { call, accountIds, occasion, isReminder = false, now }: TellReviewers,
): Promise<void> {
  if (accountIds.length === 0) return
  const people = await db
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select(['accounts.email', 'people.fullName', 'people.language'])
    .where('accounts.id', 'in', [...new Set(accountIds)])
    .where('accounts.isDisabled', '=', 0)
    .execute()
  await enqueueMessages(
    db,
    people.map(({ email, fullName, language }) => ({
      template: isReminder ? ('review-reminder' as const) : ('reviewer-assigned' as const),
      subjectId: call.id,
      recipient: { email, name: fullName },
      language: language ?? 'en',
      occasion,
      eventId: call.eventId,
    })),
    now,
  )
}
