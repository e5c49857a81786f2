import { type Kysely, type SqlBool, sql } from 'kysely'
import { cannot, type Looked, type Row, type Run } from './run-kinds.ts'
import { IN_FLIGHT } from '#app/registrations/seats/in-flight.ts'
import type { Database } from '#db/schema.ts'

/** The registrations of rows with what any kind of run asks about them, by id: one query. */
export async function seatsOfRows(db: Kysely<Database>, run: Run, rows: Row[]) {
  const ids = rows.flatMap(({ subjectId }) => subjectId ?? [])
  const seats = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .innerJoin('events', 'events.id', 'registrations.eventId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .leftJoin('registrations as main', 'main.id', 'registrations.mainRegistrationId')
    .leftJoin('proofs', 'proofs.registrationId', 'registrations.id')
    .select(['registrations.id', 'registrations.code', 'registrations.state', 'registrations.orderId'])
    .select(['registrations.eventId', 'registrations.trackId', 'registrations.ticketTypeId'])
    .select(['registrations.heldUntil', 'registrations.mainRegistrationId', 'main.state as mainState'])
    .select(['people.email', 'people.fullName', 'orders.currency', 'orders.language', 'ticketTypes.isAddon'])
    .select(['ticketTypes.trackId as typeTrackId', 'proofs.id as proofId', 'proofs.state as proofState'])
    .select(['events.status as eventStatus', 'events.startsAt', 'events.endsAt', 'events.postponedAt'])
    .select(({ exists, selectFrom }) => [
      exists(
        selectFrom('runRows')
          .select('runRows.position')
          .whereRef('runRows.subjectId', '=', 'registrations.mainRegistrationId')
          .where('runRows.runId', '=', run.id),
      ).as('isWithMain'),
      exists(
        selectFrom('paymentAttempts')
          .select('paymentAttempts.id')
          .whereRef('paymentAttempts.orderId', '=', 'registrations.orderId')
          .where('paymentAttempts.state', 'in', IN_FLIGHT),
      ).as('isBeingPaid'),
      exists(
        selectFrom('seatChanges')
          .select('seatChanges.id')
          .whereRef('seatChanges.registrationId', '=', 'registrations.id')
          .where('seatChanges.state', '=', 'open'),
      ).as('isChanging'),
      sql<SqlBool>`registrations.state in ('held', 'confirmed')`.as('stands'),
    ])
    .where('registrations.eventId', '=', run.eventId)
    .where('registrations.id', 'in', [...ids, ''])
    .execute()
  return new Map(seats.map((seat) => [seat.id, seat]))
}

export type RunSeat = Awaited<ReturnType<typeof seatsOfRows>> extends Map<string, infer Seat> ? Seat : never

/** Looks at each row whose seat stands at an event that stands; the others cannot be done, whatever it is. */
export async function lookAtSeats(
  db: Kysely<Database>,
  { run, rows }: { run: Run; rows: Row[] },
  look: (seat: RunSeat) => Looked,
): Promise<Looked[]> {
  const seats = await seatsOfRows(db, run, rows)
  return rows.map((row) => {
    const seat = seats.get(row.subjectId ?? '')
    return seat ? (whyNotAny(seat) ?? look(seat)) : cannot('refusal.seat-gone')
  })
}

export function whyNotAny(seat: RunSeat): Looked | null {
  if (!seat.stands) return cannot('refusal.seat-gone')
  return seat.eventStatus === 'cancelled' ? cannot('refusal.event-closed') : null
}
