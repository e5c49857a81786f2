import type { Kysely } from 'kysely'
import { enqueueMessages, type TemplateName } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Stores a mail to an applicant, in the transaction of what it tells. False when there is nobody to write to. */
export async function tellApplicant(
  db: Kysely<Database>,
  {
    applicationId,
    template,
    occasion = '',
    props = {},
    now,
  }: {
    applicationId: string
    template: TemplateName
    occasion?: string
    props?: Record<string, string | number | null>
    now: Instant
  },
): Promise<boolean> {
  const row = await db
    .selectFrom('applications')
    .innerJoin('people', 'people.id', 'applications.personId')
    .select(['applications.language', 'applications.eventId', 'people.fullName', 'people.email'])
    .where('applications.id', '=', applicationId)
    .executeTakeFirst()
  if (!row?.email) return false
  const recipient = { email: row.email, name: row.fullName }
  const { language, eventId } = row
  await enqueueMessages(
    db,
    [{ template, subjectId: applicationId, recipient, language, occasion, eventId, props }],
    now,
  )
  return true
}
