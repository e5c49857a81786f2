import type { Kysely } from 'kysely'
import { eventBounds } from './event-bounds.ts'
import { eventChanged } from './event-changed.server.ts'
import { type FirstOffer, writeFirstOffer } from './first-offer.server.ts'
import { freeAddress } from './free-address.server.ts'
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
  /** What the seats and the ticket of its first offer are called. */
  names: FirstOffer['names']
  now: Instant
  actor: Actor
}

/** A draft: nobody but its organizers sees it. Its address is made from the title. */
export async function createEvent(
  db: Kysely<Database>,
  { form, seriesIds, contactEmail, names, now, actor }: CreateEvent,
): Promise<Result<{ id: string; slug: string }, 'unknown-series' | 'busy'>> {
  return await transact<{ id: string; slug: string }, 'unknown-series'>(db, async (db) => {
    const series = await db
      .selectFrom('series')
      .select(['id', 'slug', 'hostId'])
      .where('id', '=', form.seriesId)
      .where('id', 'in', seriesIds.length > 0 ? seriesIds : [''])
      .executeTakeFirst()
    if (!series) throw new Refused({ code: 'unknown-series' as const, field: 'seriesId' })
    const id = newId(now)
    const slug = await freeAddress(db, { title: form.title, seriesSlug: series.slug, year: form.startsOn.slice(0, 4) })
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
        hostId: series.hostId,
        language: form.language,
        format: form.format,
        admission: form.admission,
        country: form.country ?? null,
        city: form.city || null,
        contactEmail,
        createdAt: now,
        updatedAt: now,
      })
      .execute()
    await db
      .insertInto('eventTexts')
      .values({
        ...NO_TEXT,
        eventId: id,
        language: form.language,
        title: form.title,
        summary: form.summary,
        accessNote: form.accessNote,
      })
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
    if (form.seats !== undefined && form.admission === 'registration')
      await writeFirstOffer(
        db,
        { id, language: form.language, format: form.format },
        { seats: form.seats, names },
        { now, actor },
      )
    await eventChanged(db, id, now)
    return { id, slug }
  })
}

const NO_TEXT = { description: '', visaNote: '', preparation: '', cancellationNote: '' }

const EMPTY = {
  venue: null,
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
