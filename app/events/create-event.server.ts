import type { Kysely } from 'kysely'
import { eventBounds } from './event-bounds.ts'
import { eventChanged } from './event-changed.server.ts'
import { freeSlug, slugOf } from './event-slug.ts'
import type { NewEvent } from './new-event-form.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface CreateEvent {
  form: NewEvent
  /** The series in which this person may create events. */
  seriesIds: string[]
  contactEmail: string
  now: Instant
  actor: Actor
}

/** A draft: nobody but its organizers sees it. Its address is made from the title. */
export async function createEvent(
  db: Kysely<Database>,
  { form, seriesIds, contactEmail, now, actor }: CreateEvent,
): Promise<Result<{ id: string; slug: string }, 'unknown-series' | 'busy'>> {
  return await transact<{ id: string; slug: string }, 'unknown-series'>(db, async (db) => {
    const series = await db
      .selectFrom('series')
      .select(['id', 'slug'])
      .where('id', '=', form.seriesId)
      .where('id', 'in', seriesIds.length > 0 ? seriesIds : [''])
      .executeTakeFirst()
    if (!series) throw new Refused({ code: 'unknown-series' as const, field: 'seriesId' })
    const wanted = slugOf(form.title, series.slug, form.startsOn.slice(0, 4))
    const taken = await db
      .selectFrom('events')
      .select('slug')
      .where('slug', 'like', `${wanted.slice(0, 70)}%`)
      .execute()
    const [id, slug] = [
      newId(now),
      freeSlug(
        wanted,
        taken.map((event) => event.slug),
      ),
    ]
    const when = { startsOn: form.startsOn, endsOn: form.endsOn, startsTime: null, endsTime: null, zone: form.zone }
    await db
      .insertInto('events')
      .values({
        ...EMPTY,
        ...when,
        ...eventBounds(when),
        id,
        slug,
        seriesId: series.id,
        language: form.language,
        format: form.format,
        admission: form.admission,
        country: form.country ?? null,
        city: form.city || null,
        venue: form.venue || null,
        contactEmail,
        createdAt: now,
        updatedAt: now,
      })
      .execute()
    await db
      .insertInto('eventTexts')
      .values({ ...NO_TEXT, eventId: id, language: form.language, title: form.title, summary: form.summary })
      .execute()
    await db.insertInto('eventLanguages').values({ eventId: id, language: form.language }).execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'event.created',
        objectKind: 'event',
        objectId: id,
        eventId: id,
        after: { slug, seriesId: series.id, startsOn: form.startsOn, endsOn: form.endsOn },
      },
    ])
    await eventChanged(db, id, now)
    return { id, slug }
  })
}

const NO_TEXT = { description: '', accessNote: '', visaNote: '', preparation: '', cancellationNote: '' }

const EMPTY = {
  hostId: null,
  parentId: null,
  edition: null,
  status: 'draft',
  isSample: 0,
  level: null,
  applyFromAt: null,
  applyUntilAt: null,
  scholarshipFromAt: null,
  scholarshipUntilAt: null,
  address: null,
  latitude: null,
  longitude: null,
  onlineUrl: null,
  websiteUrl: null,
  currency: null,
  confirmsOn: 'payment',
  paymentMethods: 'card',
  attendance: null,
  attendanceCountries: null,
  confidence: null,
  historyNotes: null,
  sequence: 0,
  version: 0,
  publishedAt: null,
  cancelledAt: null,
} as const
