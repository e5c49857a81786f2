import type { Kysely } from 'kysely'
import { type DetailField, differences, fingerprint, storedForm, type StoredDetails } from './details.ts'
import type { Details } from './details-form.ts'
import { findDetails } from './editing-queries.server.ts'
import { whenAndWhereColumns } from './when-and-where-columns.ts'
import { eventChanged } from './event-changed.server.ts'
import { movedColumns } from './moved-columns.server.ts'
import { type HostRefusal, refuseHost } from './publishing/refuse-host.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface UpdateEventDetails {
  eventId: string
  form: Details
  now: Instant
  actor: Actor
}

export type UpdateRefusal =
  | HostRefusal
  | 'stale'
  | 'slug-taken'
  | 'slug-public'
  | 'unknown-event'
  | 'unknown-host'
  | 'unknown-topic'

/**
 * Saves what the public reads of an event, with its texts in one language. Refused as `stale` when somebody else saved
 * other details since the form was opened: nothing is overwritten unseen.
 */
export async function updateEventDetails(
  db: Kysely<Database>,
  { eventId, form, now, actor }: UpdateEventDetails,
): Promise<Result<{ slug: string; changed: DetailField[] }, UpdateRefusal | 'busy'>> {
  return await transact<{ slug: string; changed: DetailField[] }, UpdateRefusal>(db, async (db) => {
    const stored = await findDetails(db, eventId, form.textLanguage)
    if (!stored) throw new Refused({ code: 'unknown-event' as const })
    const isSeen = form.version === stored.version || form.seen === fingerprint(stored.details)
    if (!isSeen) throw new Refused({ code: 'stale' as const })
    const wanted = storedForm(form)
    const changed = differences(wanted, stored.details)
    if (changed.length === 0) return { slug: form.slug, changed }
    if (changed.includes('slug')) await refuseSlug(db, eventId, form.slug, stored.isEverPublished)
    await refuseUnknown(db, form)
    const { seriesId } = stored
    const [before, hostId] = [stored.details.hostId || null, form.hostId || null]
    await refuseHost(db, { seriesId, before, hostId, actor })

    const updated = await db
      .updateTable('events')
      .set({ ...columnsOf(form, now), ...(await movedColumns(db, eventId, columnsOf(form, now), now)) })
      .where('id', '=', eventId)
      .where('version', '=', stored.version)
      .executeTakeFirst()
    if (updated.numUpdatedRows !== 1n) throw new Refused({ code: 'stale' as const })
    await saveTexts(db, eventId, form)
    await saveChoices(db, eventId, form)
    await recordAudit(db, now, [
      {
        actor,
        action: 'event.details-changed',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        before: auditable(stored.details, changed),
        after: { ...auditable(wanted, changed), changed },
      },
    ])
    await eventChanged(db, eventId, now)
    return { slug: form.slug, changed }
  })
}

async function refuseSlug(db: Kysely<Database>, eventId: string, slug: string, isEverPublished: boolean) {
  if (isEverPublished) throw new Refused({ code: 'slug-public' as const, field: 'slug' })
  const other = await db
    .selectFrom('events')
    .select('id')
    .where('slug', '=', slug)
    .where('id', '!=', eventId)
    .executeTakeFirst()
  if (other) throw new Refused({ code: 'slug-taken' as const, field: 'slug' })
}

async function refuseUnknown(db: Kysely<Database>, form: Details) {
  if (form.hostId && !(await db.selectFrom('hosts').select('id').where('id', '=', form.hostId).executeTakeFirst()))
    throw new Refused({ code: 'unknown-host' as const, field: 'hostId' })
  if (form.topics.length === 0) return
  const known = await db.selectFrom('topics').select('slug').where('slug', 'in', form.topics).execute()
  if (known.length !== new Set(form.topics).size) throw new Refused({ code: 'unknown-topic' as const, field: 'topics' })
}

function columnsOf(form: Details, now: Instant) {
  return {
    ...whenAndWhereColumns(form),
    slug: form.slug,
    language: form.language,
    level: form.level ?? null,
    admission: form.admission,
    hostId: form.hostId || null,
    latitude: form.coordinates?.latitude ?? null,
    longitude: form.coordinates?.longitude ?? null,
    venueSeats: form.venueSeats ?? null,
    contactEmail: form.contactEmail ?? null,
    websiteUrl: form.websiteUrl ?? null,
    conductUrl: form.conductUrl ?? null,
    conductVersion: form.conductVersion || null,
    updatedAt: now,
  }
}

async function saveTexts(db: Kysely<Database>, eventId: string, form: Details) {
  const { title, summary, description, accessNote, visaNote, preparation, cancellationNote } = form
  const texts = { title, summary, description, accessNote, visaNote, preparation, cancellationNote }
  await db.deleteFrom('eventTexts').where('eventId', '=', eventId).where('language', '=', form.textLanguage).execute()
  await db
    .insertInto('eventTexts')
    .values({ eventId, language: form.textLanguage, ...texts })
    .execute()
}

async function saveChoices(db: Kysely<Database>, eventId: string, form: Details) {
  await db.deleteFrom('eventLanguages').where('eventId', '=', eventId).execute()
  const languages = [...new Set(form.languages)].map((language) => ({ eventId, language }))
  if (languages.length > 0) await db.insertInto('eventLanguages').values(languages).execute()
  await db.deleteFrom('eventTopics').where('eventId', '=', eventId).execute()
  const topics = [...new Set(form.topics)].map((topic) => ({ eventId, topic }))
  if (topics.length > 0) await db.insertInto('eventTopics').values(topics).execute()
}

/** Long texts and addresses of people stay out of the log; that they changed is said by their name. */
const SPOKEN: DetailField[] = [
  'slug',
  'language',
  'startsOn',
  'endsOn',
  'startsTime',
  'endsTime',
  'startsMoment',
  'endsMoment',
  'zone',
  'format',
  'country',
  'city',
  'venue',
  'coordinates',
  'venueSeats',
  'conductUrl',
  'conductVersion',
  'admission',
  'level',
  'hostId',
]

function auditable(details: StoredDetails, changed: DetailField[]): Record<string, unknown> {
  return Object.fromEntries(changed.filter((field) => SPOKEN.includes(field)).map((field) => [field, details[field]]))
}
