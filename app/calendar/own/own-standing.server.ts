import type { Kysely } from 'kysely'
import type { OwnSeat, OwnStanding } from './own-copy.ts'
import type { Instant } from '#app/values/moment.ts'
import { hashOf } from '#app/values/secret.ts'
import type { Database } from '#db/schema.ts'

/** Whose, by their address; null is nobody any more. An order or a seat is named where that alone is known. */
export interface Owner {
  emailKey: string | null
  eventId?: string
  orderId?: string
  registrationId?: string
}

/** What calendars of participants show of a seat changes with these, each written in the transaction of the change. */
const STEPS = [
  'registration.held',
  'registration.confirmed',
  'registration.lapsed',
  'registration.cancelled',
  'registration.transferred',
  'registration.ticket-changed',
  'registration.named',
  'registration.cleared',
  'registration.edited',
]

const AT_ONCE = 500

/** More seats than these of one person are not looked at: the newest count. */
const MOST_SEATS = 5000

/**
 * What a person has to do with events, by event. A step is an audit entry about one of their seats: those are only
 * ever added, so the sum never goes down, whatever path a seat takes. It begins at 0, where the first seat does.
 */
export async function ownStandings(
  db: Kysely<Database>,
  owner: Owner,
  language: string,
): Promise<Map<string, OwnStanding>> {
  const [rows, departures] = [await seatsOf(db, owner, language), await departuresOf(db, owner)]
  const history = await stepsOf(
    db,
    rows.map(({ id }) => id),
  )
  const standings = new Map<string, OwnStanding>()
  const add = (eventId: string, steps: number, at: Instant, seat?: OwnSeat) => {
    const known = standings.get(eventId) ?? { seats: [], steps: -1, changedAt: null }
    standings.set(eventId, {
      seats: seat ? [...known.seats, seat] : known.seats,
      steps: known.steps + steps,
      changedAt: known.changedAt !== null && known.changedAt > at ? known.changedAt : at,
    })
  }
  for (const { calendarSteps, createdAt, ...seat } of rows) {
    const { count, at } = history.get(seat.id) ?? { count: 1, at: createdAt }
    add(seat.eventId, calendarSteps + count, at, seat)
  }
  for (const { eventId, steps, leftAt } of departures) add(eventId, steps, leftAt)
  return standings
}

/** By what a person's departures are found: nothing that tells who it was. */
export function departureKey(emailKey: string): string {
  return hashOf(`calendar|${emailKey}`)
}

/** How many steps each of these seats has come, and when the last was. */
export async function stepsOf(db: Kysely<Database>, registrationIds: string[]) {
  const found = new Map<string, { count: number; at: Instant }>()
  for (let from = 0; from < registrationIds.length; from += AT_ONCE) {
    const rows = await db
      .selectFrom('auditEntries')
      .select((query) => [
        'objectId',
        query.fn.countAll<number | string | bigint>().as('count'),
        query.fn.max('at').as('at'),
      ])
      .where('objectKind', '=', 'registration')
      .where('objectId', 'in', registrationIds.slice(from, from + AT_ONCE))
      .where('action', 'in', STEPS)
      .groupBy('objectId')
      .execute()
    for (const { objectId, count, at } of rows) found.set(objectId, { count: Number(count), at })
  }
  return found
}

async function departuresOf(db: Kysely<Database>, { emailKey, eventId }: Owner) {
  if (emailKey === null) return []
  let query = db
    .selectFrom('calendarDepartures')
    .select(['eventId', 'steps', 'leftAt'])
    .where('personKey', '=', departureKey(emailKey))
  if (eventId !== undefined) query = query.where('eventId', '=', eventId)
  return await query.limit(MOST_SEATS).execute()
}

/** Seats that they sit on, and those of their orders, by whatever way they are found, each once. */
async function seatsOf(db: Kysely<Database>, { emailKey, eventId, orderId, registrationId }: Owner, language: string) {
  const seats = db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select('registrations.id')
    .where('people.emailKey', '=', emailKey)
  const ordered = db
    .selectFrom('registrations')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .innerJoin('people', 'people.id', 'orders.personId')
    .select('registrations.id')
    .where('people.emailKey', '=', emailKey)
  const named = db
    .selectFrom('registrations')
    .select('registrations.id')
    .where((row) =>
      row.or([row('registrations.orderId', '=', orderId ?? ''), row('registrations.id', '=', registrationId ?? '')]),
    )
  let query = db
    .selectFrom(seats.union(ordered).union(named).as('own'))
    .innerJoin('registrations', 'registrations.id', 'own.id')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .leftJoin('ticketTypeTexts as reader', (join) =>
      join.onRef('reader.ticketTypeId', '=', 'ticketTypes.id').on('reader.language', '=', language),
    )
    .leftJoin('ticketTypeTexts as english', (join) =>
      join.onRef('english.ticketTypeId', '=', 'ticketTypes.id').on('english.language', '=', 'en'),
    )
    .select(['registrations.id', 'registrations.orderId', 'registrations.eventId', 'registrations.state'])
    .select(['registrations.calendarSteps', 'registrations.createdAt', 'registrations.mainRegistrationId'])
    .select(['registrations.trackId', 'ticketTypes.trackId as typeTrackId', 'people.fullName as person'])
    .select(['reader.name as readerName', 'english.name as englishName', 'ticketTypes.code as typeCode'])
  if (eventId !== undefined) query = query.where('registrations.eventId', '=', eventId)
  const rows = await query.orderBy('registrations.id', 'desc').limit(MOST_SEATS).execute()
  return rows.toReversed().map(({ readerName, englishName, typeCode, trackId, typeTrackId, ...row }) => ({
    ...row,
    ticket: readerName ?? englishName ?? typeCode,
    trackId: trackId ?? typeTrackId,
  }))
}
