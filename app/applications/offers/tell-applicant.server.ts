import type { Kysely } from 'kysely'
import { enqueueMessages, type NewMessage } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

type AdmissionTemplate = Extract<NewMessage['template'], `admission-${string}`>

export interface AdmissionNews {
  template: AdmissionTemplate
  applicationId: string
  /** The offer, the release: which of several it is. */
  occasion: string
  props?: Record<string, string | number | null>
  /** When it may leave; at once unless told. */
  dueAt?: Instant
}

/** Mails of one question. */
const PART = 400

/** Mails to applicants, in the transaction of what they tell; an erased person is not written to. */
export async function tellApplicants(db: Kysely<Database>, news: AdmissionNews[], now: Instant): Promise<void> {
  for (let from = 0; from < news.length; from += PART) await tellSome(db, news.slice(from, from + PART), now)
}

async function tellSome(db: Kysely<Database>, news: AdmissionNews[], now: Instant): Promise<void> {
  const rows = await db
    .selectFrom('applications')
    .innerJoin('people', 'people.id', 'applications.personId')
    .select(['applications.id', 'applications.eventId', 'applications.language', 'people.email', 'people.fullName'])
    .where(
      'applications.id',
      'in',
      news.map(({ applicationId }) => applicationId),
    )
    .execute()
  const known = new Map(rows.map((row) => [row.id, row]))
  await enqueueMessages(
    db,
    news.flatMap(({ template, applicationId, occasion, props = {}, dueAt }): NewMessage[] => {
      const row = known.get(applicationId)
      if (!row || row.email === null) return []
      const { email, fullName: name, language, eventId } = row
      const mail = {
        template,
        subjectId: applicationId,
        recipient: { email, name },
        language,
        eventId,
        occasion,
        props,
      }
      return [dueAt ? { ...mail, dueAt } : mail]
    }),
    now,
  )
}
