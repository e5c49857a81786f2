import type { Kysely } from 'kysely'
import { type OwnSeat, ownSeats } from './own-seats.server.ts'
import { activeKey } from '../active-key.ts'
import { lockOrder } from '../lock-order.server.ts'
import { noteDepartures, seatsToLeave } from '#app/calendar/own/note-departures.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import { cleanLine, emailKey } from '#app/values/text.ts'
import { isDuplicate } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/**
 * Gives the person on a seat, and on their add-ons, another address. Whoever has the former one may be a stranger: the
 * links that went there open nothing any more, its calendar hears that it has left, and a confirmed seat's ticket is
 * mailed to the new one. Where it is the orderer's too, the order's links are made anew. The audit is the caller's.
 * Inside a transaction.
 * @throws Refused `seat-gone`, or `address-registered` when the new one has such a seat already.
 */
export async function correctAddress(
  db: Kysely<Database>,
  { registrationId, email, now }: { registrationId: string; email: string; now: Instant },
): Promise<void> {
  const seats = await ownSeats(db, registrationId)
  const [seat] = seats
  if (!seat) throw new Refused({ code: 'seat-gone' as const })
  await lockOrder(db, seat.orderId)
  const address = { email: cleanLine(email), emailKey: emailKey(email) }
  const keys = new Map(seats.map((one) => [one.id, keyOf(one, address.email)]))
  await refuseTaken(db, keys)
  const left = await seatsToLeave(
    db,
    seats.map(({ id }) => id),
  )
  try {
    for (const one of seats)
      if (one.personId === one.ordererId) await changeInPlace(db, one, { address, key: keys.get(one.id)!, now })
      else await replacePerson(db, one, { address, key: keys.get(one.id)!, now })
  } catch (error) {
    // Somebody registered with it at the same moment.
    if (isDuplicate(error)) throw new Refused({ code: 'address-registered' as const })
    throw error
  }
  await noteDepartures(db, left, now)
  if (seat.state !== 'confirmed') return
  const { language, eventId, fullName: name } = seat
  const recipient = { email: address.email, name }
  const occasion = `address ${now}`
  await enqueueMessages(db, [{ template: 'ticket', subjectId: seat.id, recipient, language, eventId, occasion }], now)
}

interface NewAddress {
  address: { email: string; emailKey: string }
  key: string | null
  now: Instant
}

function keyOf({ eventId, ticketTypeId, allowsRepeat }: OwnSeat, email: string): string | null {
  return activeKey(eventId, email, { id: ticketTypeId, allowsRepeat })
}

async function refuseTaken(db: Kysely<Database>, keys: Map<string, string | null>): Promise<void> {
  const wanted = [...keys.values()].flatMap((key) => key ?? [])
  if (wanted.length === 0) return
  const taken = await db
    .selectFrom('registrations')
    .select('id')
    .where('activeKey', 'in', wanted)
    .where('id', 'not in', [...keys.keys()])
    .executeTakeFirst()
  if (taken) throw new Refused({ code: 'address-registered' as const })
}

/** With another row for the person, the link that was theirs is void. */
async function replacePerson(
  db: Kysely<Database>,
  { id, personId }: OwnSeat,
  { address, key, now }: NewAddress,
): Promise<void> {
  const person = await db.selectFrom('people').selectAll().where('id', '=', personId).executeTakeFirstOrThrow()
  const row = { ...person, ...address, id: newId(now) }
  await db.insertInto('people').values(row).execute()
  const { numUpdatedRows } = await db
    .updateTable('registrations')
    .set({ personId: row.id, activeKey: key, updatedAt: now })
    .where('id', '=', id)
    .where('personId', '=', personId)
    .where('state', 'in', ['held', 'confirmed'])
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refused({ code: 'seat-gone' as const })
  await db.updateTable('certificates').set({ personId: row.id }).where('personId', '=', personId).execute()
  await db.deleteFrom('people').where('id', '=', personId).execute()
}

/** The orderer's row stays: the order is theirs. With another version of its key, all of its links are void. */
async function changeInPlace(
  db: Kysely<Database>,
  { id, personId, orderId }: OwnSeat,
  { address, key, now }: NewAddress,
): Promise<void> {
  await db.updateTable('people').set(address).where('id', '=', personId).execute()
  await db.updateTable('registrations').set({ activeKey: key, updatedAt: now }).where('id', '=', id).execute()
  await db
    .updateTable('orders')
    .set((row) => ({ keyVersion: row('keyVersion', '+', 1), updatedAt: now }))
    .where('id', '=', orderId)
    .execute()
}
