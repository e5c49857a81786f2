import type { Kysely } from 'kysely'
import { seriesWithin } from './queries.server.ts'
import type { HeldRole } from './rights.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, RegistrationState } from '#db/schema.ts'

const ORDERS_A_PAGE = 20
const AT_MOST = 50

/** What somebody says of themselves. */
export async function ownPerson(db: Kysely<Database>, personId: string) {
  return await db
    .selectFrom('people')
    .select(['fullName', 'country', 'language'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
}

/** Where an account is signed in, the latest first, at most 50. */
export async function ownSignIns(
  db: Kysely<Database>,
  { accountId, now }: { accountId: string; now: Instant },
): Promise<{ id: string; userAgent: string | null; createdAt: Instant; lastSeenAt: Instant }[]> {
  return await db
    .selectFrom('signIns')
    .select(['id', 'userAgent', 'createdAt', 'lastSeenAt'])
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('lastSeenAt', 'desc')
    .orderBy('id', 'desc')
    .limit(AT_MOST)
    .execute()
}

/** The orders that were placed with an address, the newest first, with how many seats each has in which state. */
export async function ownOrders(
  db: Kysely<Database>,
  { emailKey, language, page }: { emailKey: string; language: string; page: number },
) {
  const placed = db
    .selectFrom('orders')
    .innerJoin('people', 'people.id', 'orders.personId')
    .where('people.emailKey', '=', emailKey)
  const { count } = await placed
    .select((query) => query.fn.countAll<number | string | bigint>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await placed
    .innerJoin('events', 'events.id', 'orders.eventId')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select(['orders.id', 'orders.code', 'orders.keyVersion', 'orders.eventId', 'series.mark', 'events.status'])
    .select(['events.startsOn', 'events.endsOn', 'events.city', 'events.country', 'events.lastOn'])
    .orderBy('orders.placedAt', 'desc')
    .orderBy('orders.id', 'desc')
    .limit(ORDERS_A_PAGE)
    .offset((page - 1) * ORDERS_A_PAGE)
    .execute()
  const titles = await eventTitles(
    db,
    rows.map(({ eventId }) => eventId),
    language,
  )
  const seats = await seatsOf(
    db,
    rows.map(({ id }) => id),
  )
  return {
    pageCount: Math.max(1, Math.ceil(Number(count) / ORDERS_A_PAGE)),
    orders: rows.map((row) => ({
      ...row,
      title: titles.get(row.eventId)!,
      states: seats.filter(({ orderId }) => orderId === row.id).map(({ state }) => state),
    })),
  }
}

async function seatsOf(
  db: Kysely<Database>,
  orderIds: string[],
): Promise<{ orderId: string; state: RegistrationState }[]> {
  if (orderIds.length === 0) return []
  return await db.selectFrom('registrations').select(['orderId', 'state']).where('orderId', 'in', orderIds).execute()
}

/**
 * Seats for an address in orders that somebody else placed, at most 50: the ticket's code, never the order, which
 * is the business of the one who placed it.
 */
export async function ownSeatsElsewhere(
  db: Kysely<Database>,
  { emailKey, language }: { emailKey: string; language: string },
) {
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .innerJoin('people as payers', 'payers.id', 'orders.personId')
    .innerJoin('events', 'events.id', 'registrations.eventId')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select(['registrations.code', 'registrations.state', 'registrations.eventId', 'events.slug', 'series.mark'])
    .select(['events.startsOn', 'events.endsOn', 'events.city', 'events.country', 'events.status', 'events.lastOn'])
    .where('people.emailKey', '=', emailKey)
    .where('registrations.state', 'in', ['held', 'confirmed'])
    .where((row) => row.or([row('payers.emailKey', 'is', null), row('payers.emailKey', '!=', emailKey)]))
    .orderBy('registrations.createdAt', 'desc')
    .orderBy('registrations.id', 'desc')
    .limit(AT_MOST)
    .execute()
  const titles = await eventTitles(
    db,
    rows.map(({ eventId }) => eventId),
    language,
  )
  return rows.map((row) => ({ ...row, title: titles.get(row.eventId)! }))
}

/** A title and its language, for `lang`. */
export interface Title {
  text: string
  language: string
}

/** Titles in the reader's language, or else in the event's own. */
async function eventTitles(db: Kysely<Database>, eventIds: string[], language: string): Promise<Map<string, Title>> {
  if (eventIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('eventTexts')
    .innerJoin('events', 'events.id', 'eventTexts.eventId')
    .select(['eventTexts.eventId', 'eventTexts.language', 'eventTexts.title'])
    .where('eventTexts.eventId', 'in', [...new Set(eventIds)])
    .where((row) =>
      row.or([row('eventTexts.language', '=', language), row('eventTexts.language', '=', row.ref('events.language'))]),
    )
    .execute()
  const titles = new Map<string, Title>()
  for (const { eventId, title, ...row } of rows)
    if (row.language === language || !titles.has(eventId)) titles.set(eventId, { text: title, language: row.language })
  return titles
}

export interface RolePlace {
  role: HeldRole['role']
  /** The series or the event; null for the installation. */
  name: Title | null
  eventSlug: string | null
  trackCode: string | null
}

/** What somebody's roles are about, by its name in the reader's language. */
export async function placesOfRoles(db: Kysely<Database>, roles: HeldRole[], language: string): Promise<RolePlace[]> {
  const idsAt = (wanted: HeldRole['scope']) =>
    roles.filter(({ scope }) => scope === wanted).map(({ scopeId }) => scopeId)
  const [seriesIds, eventIds] = [idsAt('series'), idsAt('event')]
  const trackIds = roles.map(({ trackId }) => trackId).filter((id) => id !== '')
  const series = await seriesWithin(db, { seriesIds, eventIds: [] }, language)
  const titles = await eventTitles(db, eventIds, language)
  const events =
    eventIds.length === 0
      ? []
      : await db.selectFrom('events').select(['id', 'slug']).where('id', 'in', eventIds).execute()
  const tracks =
    trackIds.length === 0
      ? []
      : await db.selectFrom('tracks').select(['id', 'code']).where('id', 'in', trackIds).execute()
  return roles.map(({ role, scopeId, trackId }) => {
    const seriesName = series.find(({ id }) => id === scopeId)
    return {
      role,
      name: seriesName ? { text: seriesName.name, language: seriesName.language } : (titles.get(scopeId) ?? null),
      eventSlug: events.find(({ id }) => id === scopeId)?.slug ?? null,
      trackCode: tracks.find(({ id }) => id === trackId)?.code ?? null,
    }
  })
}
