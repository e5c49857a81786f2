import type { Kysely } from 'kysely'
import type { JudgedTicket } from '../verdict.ts'
import { duePerOrder } from '#app/payments/finance/order-sums.server.ts'
import { TRACK_OR_NONE } from '#app/registrations/track-of.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import { formatMoney } from '#app/values/money.ts'
import type { Database } from '#db/schema.ts'

/** Whom a ticket belongs to, as the desk reads it aloud. Nothing of somebody at another event. */
export interface TicketHolder {
  registrationId: string
  code: string
  fullName: string
  latinName: string | null
  /** What the badge says, where it is another name. */
  badgeName: string | null
  affiliation: string | null
  country: string | null
  ticket: string
  track: string | null
  orderCode: string
  /** A paper that is looked at here: a student card. */
  needsProof: boolean
}

export interface FoundTicket {
  ticket: JudgedTicket
  holder: TicketHolder | null
}

interface Asked {
  eventId: string
  /** By its code, or by the registration of this event. */
  by: { code: string } | { registrationId: string }
  slot: string
  language: string
}

/** A ticket with all that its verdict depends on; null when there is none. Three queries, each from an index. */
export async function findTicket(
  db: Kysely<Database>,
  { eventId, by, slot, language }: Asked,
): Promise<FoundTicket | null> {
  const row = await db
    .selectFrom('registrations')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .leftJoin('tracks', (join) => join.on('tracks.id', '=', TRACK_OR_NONE))
    .leftJoin('attendanceStates as here', (join) =>
      join
        .onRef('here.registrationId', '=', 'registrations.id')
        .on('here.slot', '=', slot)
        .on('here.state', '=', 'present'),
    )
    .leftJoin('attendanceMarks as mark', 'mark.id', 'here.markId')
    .leftJoin('attendanceDevices as device', 'device.id', 'mark.deviceId')
    .leftJoin('accounts', 'accounts.id', 'mark.accountId')
    .leftJoin('people as marker', 'marker.id', 'accounts.personId')
    .select([
      'registrations.id',
      'registrations.eventId',
      'registrations.code',
      'registrations.state',
      'registrations.endedAt',
      'registrations.ticketTypeId',
      'ticketTypes.proof',
      'people.fullName',
      'people.latinName',
      'people.badgeName',
      'people.affiliation',
      'people.country',
      'orders.code as orderCode',
      'orders.currency',
      'tracks.code as track',
      TRACK_OR_NONE.as('trackId'),
      duePerOrder.as('due'),
      'here.at as hereAt',
      'mark.desk',
      'device.name as deviceName',
      'marker.fullName as markedBy',
    ])
    .where('code' in by ? 'registrations.code' : 'registrations.id', '=', 'code' in by ? by.code : by.registrationId)
    .$if('registrationId' in by, (query) => query.where('registrations.eventId', '=', eventId))
    .executeTakeFirst()
  if (!row) return null
  const isOfOtherEvent = row.eventId !== eventId
  const [days, names] = await Promise.all([daysOfTicket(db, row.ticketTypeId), namesOfTicket(db, row.ticketTypeId)])
  const due = Number(row.due)
  const { hereAt, endedAt, state, trackId } = row
  return {
    ticket: {
      state,
      isOfOtherEvent,
      trackId,
      days,
      due: due > 0 && row.currency ? formatMoney({ amountMinor: due, currency: row.currency }, language) : '',
      endedAt: endedAt ?? '',
      here: hereAt ? { at: hereAt, by: row.markedBy ?? '', where: row.deviceName ?? row.desk ?? '' } : null,
    },
    holder: isOfOtherEvent
      ? null
      : {
          registrationId: row.id,
          code: row.code,
          fullName: row.fullName,
          latinName: row.latinName,
          badgeName: row.badgeName && row.badgeName !== row.fullName ? row.badgeName : null,
          affiliation: row.affiliation,
          country: row.country,
          ticket: inLanguage(names, language)?.name ?? '',
          track: row.track,
          orderCode: row.orderCode,
          needsProof: row.proof === 'desk',
        },
  }
}

async function daysOfTicket(db: Kysely<Database>, ticketTypeId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('ticketTypeDays')
    .select('heldOn')
    .where('ticketTypeId', '=', ticketTypeId)
    .orderBy('heldOn')
    .execute()
  return rows.map(({ heldOn }) => heldOn)
}

async function namesOfTicket(db: Kysely<Database>, ticketTypeId: string) {
  return await db
    .selectFrom('ticketTypeTexts')
    .select(['language', 'name'])
    .where('ticketTypeId', '=', ticketTypeId)
    .execute()
}
