import type { Kysely } from 'kysely'
import { type DetailField, differences, fingerprint, storedForm, type StoredDetails } from './details.ts'
import { type Details, isLater } from './details-form.ts'
import { findDetails } from './editing-queries.server.ts'
import { eventBounds } from './event-bounds.ts'
import { eventChanged } from './event-changed.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { flag } from '#app/values/flag.ts'
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

export type UpdateRefusal = 'stale' | 'slug-taken' | 'slug-public' | 'unknown-event' | 'unknown-host' | 'unknown-topic'

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

    const updated = await db
      .updateTable('events')
      .set({ ...columnsOf(form, now), ...(await movedColumns(db, eventId, form, now)) })
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

/** A public event that begins on another day says which it was; one that waits for a date has it with another one. */
async function movedColumns(db: Kysely<Database>, eventId: string, form: Details, now: Instant) {
  const before = await db
    .selectFrom('events')
    .select(['status', 'startsOn', 'startsAt', 'endsAt', 'previousOn', 'postponedAt'])
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  const { startsAt, endsAt } = columnsOf(form, now)
  const isMoved = startsAt !== before.startsAt || endsAt !== before.endsAt
  const isAnotherDay = before.status !== 'draft' && form.startsOn !== before.startsOn
  return {
    previousOn: isAnotherDay ? before.startsOn : before.previousOn,
    postponedAt: isMoved && endsAt > now ? null : before.postponedAt,
  }
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
  const when = {
    startsOn: form.startsOn,
    endsOn: form.endsOn,
    startsTime: form.startsTime ?? null,
    endsTime: form.endsTime ?? null,
    zone: form.zone,
    startsLater: flag(isLater(form, 'starts')),
    endsLater: flag(isLater(form, 'ends')),
  }
  return {
    ...when,
    ...eventBounds(when),
    slug: form.slug,
    language: form.language,
    format: form.format,
    level: form.level ?? null,
    admission: form.admission,
    hostId: form.hostId || null,
    country: form.country ?? null,
    city: form.city || null,
    venue: form.venue || null,
    address: form.address || null,
    onlineUrl: form.onlineUrl ?? null,
    contactEmail: form.contactEmail ?? null,
    websiteUrl: form.websiteUrl ?? null,
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
  'admission',
  'level',
  'hostId',
]

function auditable(details: StoredDetails, changed: DetailField[]): Record<string, unknown> {
  return Object.fromEntries(changed.filter((field) => SPOKEN.includes(field)).map((field) => [field, details[field]]))
}
