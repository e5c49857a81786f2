import type { Kysely } from 'kysely'
import { type DeviceEnded, type DeviceList, type DevicePerson, LIST_FORMAT } from '../device-list.ts'
import { readSlots } from '../read-slots.server.ts'
import { searchWords } from '../search-words.ts'
import { digestOf } from '../ticket-digest.ts'
import { duePerOrder } from '#app/payments/finance/order-sums.server.ts'
import { TRACK_OR_NONE } from '#app/registrations/track-of.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import { addDays, type Instant, instantOf } from '#app/values/moment.ts'
import { formatMoney } from '#app/values/money.ts'
import type { Database } from '#db/schema.ts'

/** For how many days after the event a device keeps its list: marks are put right until then. */
const KEPT_DAYS = 7

export interface ListReader {
  eventId: string
  trackIds: string[] | 'all'
  /** Who works at the desk also has those who have not paid, and what they owe. */
  isDesk: boolean
  language: string
  now: Instant
}

/** What a device of this reader works with: the people of their tracks, by name, and nothing of anybody else. */
export async function readDeviceList(db: Kysely<Database>, reader: ListReader): Promise<DeviceList> {
  const { eventId, trackIds, isDesk, language, now } = reader
  const [event, slots, people, ended, elsewhere, states, tracks] = await Promise.all([
    readEvent(db, eventId, language),
    readSlots(db, { eventId, language }),
    readPeople(db, reader),
    readEnded(db, reader),
    readElsewhere(db, reader),
    readStates(db, reader),
    readTracks(db, reader),
  ])
  const mine = (trackId: string) => trackId === '' || trackIds === 'all' || trackIds.includes(trackId)
  return {
    format: LIST_FORMAT,
    at: now,
    event: { ...event, keepUntil: instantOf(addDays(event.endsOn, KEPT_DAYS + 1), '00:00', event.zone) },
    door: isDesk ? 'desk' : 'room',
    tracks,
    slots: slots
      .map(({ key, day, title, room, startsAt, endsAt, trackId }) => ({
        key,
        day: day ?? '',
        title,
        room: room ?? '',
        trackId: trackId ?? '',
        startsAt,
        endsAt,
      }))
      .filter(({ trackId }) => mine(trackId)),
    people,
    ended,
    elsewhere,
    states,
  }
}

async function readEvent(db: Kysely<Database>, eventId: string, language: string) {
  const event = await db
    .selectFrom('events')
    .select(['id', 'slug', 'zone', 'startsOn', 'endsOn'])
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  const texts = await db.selectFrom('eventTexts').select(['language', 'title']).where('eventId', '=', eventId).execute()
  return { ...event, title: inLanguage(texts, language)?.title ?? event.slug }
}

async function readTracks(db: Kysely<Database>, { eventId, trackIds, language }: ListReader) {
  const rows = await db
    .selectFrom('tracks')
    .select(['id', 'code', 'room'])
    .where('eventId', '=', eventId)
    .$if(trackIds !== 'all', (query) => query.where('id', 'in', trackIds as string[]))
    .orderBy('position')
    .orderBy('id')
    .execute()
  const texts = await db
    .selectFrom('trackTexts')
    .innerJoin('tracks', 'tracks.id', 'trackTexts.trackId')
    .select(['trackTexts.trackId', 'trackTexts.language', 'trackTexts.title'])
    .where('tracks.eventId', '=', eventId)
    .execute()
  return rows.map(({ id, code, room }) => {
    const own = texts.filter(({ trackId }) => trackId === id)
    return { id, code, room: room ?? '', title: inLanguage(own, language)?.title ?? code }
  })
}

function registrationsOf(db: Kysely<Database>, { eventId, trackIds }: ListReader) {
  return db
    .selectFrom('registrations')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .where('registrations.eventId', '=', eventId)
    .$if(trackIds !== 'all', (query) => query.where(TRACK_OR_NONE, 'in', trackIds as string[]))
}

async function readPeople(db: Kysely<Database>, reader: ListReader): Promise<DevicePerson[]> {
  const { eventId, isDesk, language } = reader
  const [rows, texts, days] = await Promise.all([
    registrationsOf(db, reader)
      .innerJoin('people', 'people.id', 'registrations.personId')
      .innerJoin('orders', 'orders.id', 'registrations.orderId')
      .select([
        'registrations.id as registrationId',
        'registrations.code',
        'registrations.state',
        'registrations.ticketTypeId',
        'people.fullName',
        'people.latinName',
        'people.affiliation',
        'orders.currency',
        TRACK_OR_NONE.as('trackId'),
      ])
      .$if(isDesk, (query) => query.select(duePerOrder.as('due')))
      .where('registrations.state', 'in', isDesk ? ['confirmed', 'held'] : ['confirmed'])
      .orderBy('people.sortKey')
      .orderBy('registrations.id')
      .execute(),
    db
      .selectFrom('ticketTypeTexts')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'ticketTypeTexts.ticketTypeId')
      .select(['ticketTypeTexts.ticketTypeId', 'ticketTypeTexts.language', 'ticketTypeTexts.name'])
      .where('ticketTypes.eventId', '=', eventId)
      .execute(),
    db
      .selectFrom('ticketTypeDays')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'ticketTypeDays.ticketTypeId')
      .select(['ticketTypeDays.ticketTypeId', 'ticketTypeDays.heldOn'])
      .where('ticketTypes.eventId', '=', eventId)
      .orderBy('ticketTypeDays.heldOn')
      .execute(),
  ])
  const byTicket = Map.groupBy(texts, ({ ticketTypeId }) => ticketTypeId)
  const daysOf = Map.groupBy(days, ({ ticketTypeId }) => ticketTypeId)
  return rows.map(
    ({ registrationId, code, state, ticketTypeId, fullName, latinName, affiliation, trackId, ...row }) => {
      const due = Number(row.due ?? 0)
      return {
        registrationId,
        code,
        name: fullName,
        latinName: latinName ?? '',
        words: searchWords([fullName, latinName, isDesk ? affiliation : ''].filter(Boolean).join(' ')),
        trackId,
        // What somebody has paid for, or was awarded, is nobody's business in a room.
        ticket: isDesk ? (inLanguage(byTicket.get(ticketTypeId) ?? [], language)?.name ?? '') : '',
        isConfirmed: state === 'confirmed',
        due: due > 0 && row.currency ? formatMoney({ amountMinor: due, currency: row.currency }, language) : '',
        days: (daysOf.get(ticketTypeId) ?? []).map(({ heldOn }) => heldOn),
      }
    },
  )
}

async function readEnded(db: Kysely<Database>, reader: ListReader): Promise<DeviceEnded[]> {
  const rows = await registrationsOf(db, reader)
    .select(['registrations.id', 'registrations.code', 'registrations.state', 'registrations.endedAt'])
    .where('registrations.state', 'in', ['cancelled', 'transferred', 'lapsed'])
    .orderBy('registrations.id')
    .execute()
  return rows.map(({ id, code, state, endedAt }) => ({
    registrationId: id,
    code,
    why: state as DeviceEnded['why'],
    endedAt: endedAt ?? '',
  }))
}

/** As the page makes them of what it scans (`device/judge.ts`). */
async function readElsewhere(db: Kysely<Database>, { eventId, trackIds }: ListReader): Promise<string[]> {
  if (trackIds === 'all') return []
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .select('registrations.code')
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', '=', 'confirmed')
    .where(TRACK_OR_NONE, 'not in', trackIds)
    .execute()
  return await Promise.all(rows.map(({ code }) => digestOf(code, eventId)))
}

async function readStates(db: Kysely<Database>, reader: ListReader) {
  return await db
    .selectFrom('attendanceStates')
    .select(['registrationId', 'slot', 'state', 'at', 'markId'])
    .where('eventId', '=', reader.eventId)
    .$if(reader.trackIds !== 'all', (query) =>
      query.where('registrationId', 'in', registrationsOf(db, reader).select('registrations.id')),
    )
    .execute()
}
