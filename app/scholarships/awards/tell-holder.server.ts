import type { Kysely } from 'kysely'
import { enqueueMessages, type TemplateName } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

export type AwardTemplate = Extract<TemplateName, `award-${string}`>

/** Stores a mail to the holder of an award, once per occasion; nobody is told without an address. */
export async function tellHolder(
  db: Kysely<Database>,
  { template, awardId, occasion, now }: { template: AwardTemplate; awardId: string; occasion: string; now: Instant },
): Promise<void> {
  const holder = await db
    .selectFrom('awards')
    .innerJoin('applications', 'applications.id', 'awards.applicationId')
    .innerJoin('people', 'people.id', 'applications.personId')
    .select(['people.email', 'people.fullName', 'applications.language', 'awards.eventId'])
    .where('awards.id', '=', awardId)
    .executeTakeFirstOrThrow()
  if (holder.email === null) return
  const { email, fullName: name, language, eventId } = holder
  await enqueueMessages(
    db,
    [{ template, subjectId: awardId, recipient: { email, name }, language, occasion, eventId }],
    now,
  )
}
