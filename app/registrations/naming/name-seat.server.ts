import type { Kysely } from 'kysely'
import { activeKey } from '../active-key.ts'
import { lockOrder } from '../lock-order.server.ts'
import type { FrozenAnswer } from '../questions/freeze-answer.ts'
import { nobody, personColumns, type SeatPerson } from './seat-person.ts'
import { isCompleted, isIneligible, isUnnamed, type SeatRows, seatRows } from './seat-rows.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { hasEnded } from '#app/calendar/is-postponed.ts'
import { noteDepartures, seatsToLeave } from '#app/calendar/own/note-departures.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { refuse, Refused, type Result } from '#app/values/refusal.ts'
import { isDuplicate, transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export type NameSeatRefusal = 'seat-gone' | 'seat-named' | 'address-registered' | 'seat-not-eligible'
export type ClearSeatRefusal = 'seat-gone' | 'seat-unnamed' | 'seat-used'

interface NameSeat {
  registrationId: string
  person: SeatPerson
  answers: FrozenAnswer[]
  /** Whether the person does it themselves, and so has told their details. */
  isOwn: boolean
  now: Instant
  actor: Actor
}

/**
 * Puts somebody on a seat that was ordered without a name, with their add-ons: once per address and ticket type, as
 * anywhere. A confirmed seat's ticket is mailed to them.
 */
export async function nameSeat(db: Kysely<Database>, input: NameSeat): Promise<Result<void, NameSeatRefusal | 'busy'>> {
  return await transact<void, NameSeatRefusal>(db, async (db) => {
    const seat = await lockedSeat(db, input.registrationId)
    if (!seat || isOver(seat, input.now)) throw new Refused<NameSeatRefusal>({ code: 'seat-gone' })
    if (!isUnnamed(seat)) throw new Refused<NameSeatRefusal>({ code: 'seat-named' })
    if (isIneligible(seat, input.person.country))
      throw new Refused<NameSeatRefusal>({ code: 'seat-not-eligible', field: 'country' })
    await putOn(db, seat, input)
    await keepAnswers(db, seat.id, input.answers, input.now)
    await recordNamed(db, seat, input)
    await mailTicket(db, seat, input)
  }).catch((error: unknown) => {
    if (isDuplicate(error)) return refuse({ code: 'address-registered' as const, field: 'email' })
    throw error
  })
}

/** Takes a name off a seat again, as long as the person has not told their details themselves. */
export async function clearSeat(
  db: Kysely<Database>,
  { registrationId, now, actor }: { registrationId: string; now: Instant; actor: Actor },
): Promise<Result<void, ClearSeatRefusal | 'busy'>> {
  return await transact<void, ClearSeatRefusal>(db, async (db) => {
    const seat = await lockedSeat(db, registrationId)
    if (!seat || isOver(seat, now)) throw new Refused<ClearSeatRefusal>({ code: 'seat-gone' })
    if (isUnnamed(seat)) throw new Refused<ClearSeatRefusal>({ code: 'seat-unnamed' })
    const isUsed = seat.personId === seat.ordererId || (await isCompleted(db, [seat.id])).has(seat.id)
    if (isUsed) throw new Refused<ClearSeatRefusal>({ code: 'seat-used' })
    const ids = seat.own.map(({ id }) => id)
    const left = await seatsToLeave(db, ids)
    await replacePerson(db, seat, nobody(seat.language, now), { keyOf: () => null, now })
    await db.deleteFrom('answers').where('registrationId', 'in', ids).execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'registration.cleared',
        objectKind: 'registration',
        objectId: seat.id,
        eventId: seat.eventId,
        before: { personId: seat.personId },
      },
    ])
    await noteDepartures(db, left, now)
  })
}

/** As everywhere, the order is locked before its seats. */
async function lockedSeat(db: Kysely<Database>, registrationId: string): Promise<SeatRows | null> {
  const seat = await seatRows(db, registrationId)
  if (!seat) return null
  await lockOrder(db, seat.orderId)
  return await seatRows(db, registrationId)
}

function isOver({ eventStatus: status, endsAt, postponedAt }: SeatRows, now: Instant): boolean {
  return status === 'cancelled' || hasEnded({ status, endsAt, postponedAt }, now)
}

type OwnSeat = SeatRows['own'][number]

/** Whoever passed the link on to them does not have the one that is theirs from now on. */
async function putOn(db: Kysely<Database>, seat: SeatRows, { person, now }: NameSeat): Promise<void> {
  const columns = personColumns(person)
  const keyOf = ({ eventId, ticketTypeId, allowsRepeat }: OwnSeat) =>
    activeKey(eventId, columns.email, { id: ticketTypeId, allowsRepeat })
  await replacePerson(db, seat, { ...nobody(seat.language, now), ...columns }, { keyOf, now })
}

/** With a person's row goes the link that was theirs, and how their name was to stand on a certificate. */
async function replacePerson(
  db: Kysely<Database>,
  { own }: SeatRows,
  person: ReturnType<typeof nobody>,
  { keyOf, now }: { keyOf: (seat: OwnSeat) => string | null; now: Instant },
): Promise<void> {
  for (const seat of own) {
    const row = { ...person, id: newId(now) }
    await db.insertInto('people').values(row).execute()
    await give(db, seat, { personId: row.id, activeKey: keyOf(seat), now })
  }
  const ids = own.map(({ id }) => id)
  await db.deleteFrom('certificateNames').where('registrationId', 'in', ids).execute()
  await db.deleteFrom('certificateExceptions').where('registrationId', 'in', ids).execute()
  const before = [...new Set(own.map(({ personId }) => personId))]
  await db.deleteFrom('people').where('id', 'in', before).execute()
}

/** Only while it is as it was read: somebody else may be naming it, or its time may be over. */
async function give(
  db: Kysely<Database>,
  seat: Pick<SeatRows, 'id' | 'personId'>,
  { personId, activeKey, now }: { personId: string; activeKey: string | null; now: Instant },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('registrations')
    .set({ personId, activeKey, updatedAt: now })
    .where('id', '=', seat.id)
    .where('personId', '=', seat.personId)
    .where('state', 'in', ['held', 'confirmed'])
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refused({ code: 'seat-gone' })
}

async function keepAnswers(
  db: Kysely<Database>,
  registrationId: string,
  answers: FrozenAnswer[],
  now: Instant,
): Promise<void> {
  if (answers.length === 0) return
  const rows = answers.map((answer) => ({ ...answer, registrationId, answeredAt: now }))
  await db.insertInto('answers').values(rows).execute()
}

async function recordNamed(db: Kysely<Database>, seat: SeatRows, { isOwn, now, actor }: NameSeat): Promise<void> {
  const entry = { actor, objectKind: 'registration', objectId: seat.id, eventId: seat.eventId }
  const named = { ...entry, action: 'registration.named', before: { personId: seat.personId } }
  await recordAudit(db, now, isOwn ? [named, { ...entry, action: 'registration.completed' }] : [named])
}

/** One per naming: a seat may be cleared and named again. */
async function mailTicket(db: Kysely<Database>, seat: SeatRows, { person, now }: NameSeat): Promise<void> {
  if (seat.state !== 'confirmed') return
  const { email, fullName } = personColumns(person)
  const { id: subjectId, language, eventId } = seat
  const message = { template: 'ticket' as const, subjectId, language, eventId, occasion: `named ${now}` }
  await enqueueMessages(db, [{ ...message, recipient: { email, name: fullName } }], now)
}
