import type { Insertable, Kysely } from 'kysely'
import { NOW } from './now.ts'
import { noteCalendarChanges } from '#app/calendar/note-changes.server.ts'
import { noteDeadlines } from '#app/events/deadlines/note-deadlines.server.ts'
import { addDays, instantOf } from '#app/values/moment.ts'
import { newId } from '#app/values/id.ts'
import { emailKey, sortKey } from '#app/values/text.ts'
import type { Database, EventsTable, PriceStepsTable, RoleName, SeriesMark, TicketTypesTable } from '#db/schema.ts'

/** A series; the same slug twice is the same series. */
export async function givenSeries(
  db: Kysely<Database>,
  slug = 'ntw',
  mark: SeriesMark = 'ntw',
): Promise<{ id: string; slug: string }> {
  const known = await db.selectFrom('series').select(['id', 'slug']).where('slug', '=', slug).executeTakeFirst()
  if (known) return known
  const id = newId(NOW)
  await db.insertInto('series').values({ id, slug, mark, position: 1, createdAt: NOW, updatedAt: NOW }).execute()
  await db
    .insertInto('seriesTexts')
    .values({
      seriesId: id,
      language: 'en',
      name: 'Network Training Workshops',
      shortName: 'NTW',
      kind: 'Network Training Workshop',
      summary: '',
    })
    .execute()
  return { id, slug }
}

export interface GivenTicket extends Partial<Insertable<TicketTypesTable>> {
  name?: string
  /** Seats of a quota of its own; left out: no quota, so no limit. */
  seats?: number
  /** Ids of quotas that exist, besides. */
  quotaIds?: string[]
  /** In minor units; left out: free. */
  price?: number
  currency?: string
  steps?: Partial<Insertable<PriceStepsTable>>[]
}

/** A published event in Kigali next June, with its ticket types (one free one with 20 seats unless told otherwise). */
export async function givenEvent(
  db: Kysely<Database>,
  { tickets, title, ...given }: Partial<Insertable<EventsTable>> & { title?: string; tickets?: GivenTicket[] } = {},
) {
  const id = newId(NOW)
  const seriesId = given.seriesId ?? (await givenSeries(db)).id
  const startsOn = given.startsOn ?? '2027-06-14'
  const endsOn = given.endsOn ?? addDays(startsOn, 4)
  const zone = given.zone ?? 'Africa/Kigali'
  const event: Insertable<EventsTable> = {
    id,
    slug: `event-${id.slice(-12)}`,
    seriesId,
    hostId: null,
    parentId: null,
    edition: null,
    status: 'published',
    isSample: 0,
    language: 'en',
    format: 'onsite',
    level: null,
    admission: 'registration',
    applyFromAt: null,
    applyUntilAt: null,
    scholarshipFromAt: null,
    scholarshipUntilAt: null,
    startsOn,
    endsOn,
    startsTime: null,
    endsTime: null,
    zone,
    firstOn: startsOn,
    lastOn: endsOn,
    startsAt: instantOf(startsOn, '00:00', zone),
    endsAt: instantOf(endsOn, '24:00', zone),
    country: 'RW',
    city: 'Kigali',
    venue: 'Example University',
    address: null,
    latitude: -1.9441,
    longitude: 30.0619,
    onlineUrl: null,
    contactEmail: 'desk@plenary.example',
    websiteUrl: null,
    currency: 'USD',
    confirmsOn: 'payment',
    paymentMethods: 'card',
    attendance: null,
    attendanceCountries: null,
    confidence: null,
    historyNotes: null,
    sequence: 0,
    version: 1,
    publishedAt: NOW,
    cancelledAt: null,
    createdAt: NOW,
    updatedAt: NOW,
    languages: 'en',
    ...given,
  }
  await db.insertInto('events').values(event).execute()
  await db
    .insertInto('eventTexts')
    .values({
      eventId: id,
      language: event.language,
      title: title ?? 'Routing workshop',
      summary: 'Five days of practice.',
      description: '',
      accessNote: '',
      visaNote: '',
      preparation: '',
      cancellationNote: '',
    })
    .execute()
  await db.insertInto('eventLanguages').values({ eventId: id, language: 'en' }).execute()
  await noteCalendarChanges(db, [id], NOW)
  const made = []
  for (const [position, ticket] of (tickets ?? [{ seats: 20 }]).entries())
    made.push(await givenTicket(db, id, position, ticket))
  await noteDeadlines(db, [id], NOW)
  return { id, slug: event.slug, seriesId, tickets: made }
}

export async function givenTicket(db: Kysely<Database>, eventId: string, position: number, ticket: GivenTicket) {
  const { name, seats, quotaIds = [], price, currency = 'USD', steps, ...given } = ticket
  const id = newId(NOW)
  const row: Insertable<TicketTypesTable> = {
    id,
    eventId,
    trackId: null,
    code: `TYPE-${position + 1}`,
    position,
    admission: 'open',
    attendance: 'onsite',
    isHidden: 0,
    isClosed: 0,
    minPerOrder: 0,
    maxPerOrder: 10,
    allowsRepeat: 0,
    onSaleFromAt: null,
    onSaleUntilAt: null,
    ...given,
  }
  await db.insertInto('ticketTypes').values(row).execute()
  await db
    .insertInto('ticketTypeTexts')
    .values({ ticketTypeId: id, language: 'en', name: name ?? `Ticket ${position + 1}`, description: '' })
    .execute()
  const quotas = [...quotaIds]
  if (seats !== undefined) quotas.push(await givenQuota(db, eventId, seats))
  for (const quotaId of quotas) await db.insertInto('ticketTypeQuotas').values({ ticketTypeId: id, quotaId }).execute()
  const prices = steps ?? (price === undefined ? [] : [{ amountMinor: price }])
  for (const [at, step] of prices.entries()) {
    await db
      .insertInto('priceSteps')
      .values({
        id: newId(NOW),
        ticketTypeId: id,
        position: at,
        kind: 'only',
        currency,
        amountMinor: 0,
        startsAt: null,
        endsAt: null,
        ...step,
      })
      .execute()
  }
  return { id, code: row.code, quotaIds: quotas }
}

export async function givenQuota(db: Kysely<Database>, eventId: string, size: number, name = 'Room'): Promise<string> {
  const id = newId(NOW)
  await db
    .insertInto('quotas')
    .values({ id, eventId, trackId: null, name, size, overBy: 0, taken: 0, position: 0 })
    .execute()
  return id
}

/** Somebody who can sign in, with roles. */
export async function givenAccount(
  db: Kysely<Database>,
  email: string,
  roles: { role: RoleName; scope: 'installation' | 'series' | 'event'; scopeId?: string; trackId?: string }[] = [],
) {
  const [accountId, personId] = [newId(NOW), newId(NOW)]
  const fullName = email.split('@')[0]!
  await db
    .insertInto('people')
    .values({
      id: personId,
      fullName,
      latinName: null,
      badgeName: null,
      certificateName: null,
      email,
      emailKey: emailKey(email),
      country: null,
      affiliation: null,
      language: 'en',
      zone: null,
      sortKey: sortKey(fullName),
      createdAt: NOW,
      erasedAt: null,
    })
    .execute()
  await db
    .insertInto('accounts')
    .values({
      id: accountId,
      personId,
      email,
      emailKey: emailKey(email),
      isDisabled: 0,
      isDemonstration: 0,
      createdAt: NOW,
    })
    .execute()
  for (const { role, scope, scopeId = '', trackId = '' } of roles) {
    await db
      .insertInto('roles')
      .values({ id: newId(NOW), accountId, role, scope, scopeId, trackId, grantedBy: null, grantedAt: NOW })
      .execute()
  }
  return { accountId, personId }
}
