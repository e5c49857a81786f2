import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { enqueueMessages, type NewMessage } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, RegistrationState } from '#db/schema.ts'

/** The states of seats that money confirms without a question, or has confirmed before. */
const PLAIN: RegistrationState[] = ['held', 'confirmed', 'transferred']

/**
 * Of these orders those whose money, once it is here, only has to confirm seats that are held: every seat stands, the
 * event stands, and no change of a ticket waits for the money. Inside a transaction: until its end no seat of theirs
 * lapses.
 */
export async function plainOrders(db: Kysely<Database>, orderIds: string[]): Promise<Set<string>> {
  if (orderIds.length === 0) return new Set()
  await db
    .updateTable('registrations')
    .set((eb) => ({ state: eb.ref('state') }))
    .where('orderId', 'in', orderIds)
    .execute()
  const seats = await db
    .selectFrom('registrations')
    .innerJoin('events', 'events.id', 'registrations.eventId')
    .select(['registrations.orderId', 'registrations.state', 'events.status'])
    .where('registrations.orderId', 'in', orderIds)
    .execute()
  const changes = await db
    .selectFrom('seatChanges')
    .select('orderId')
    .where('orderId', 'in', orderIds)
    .where('state', '=', 'open')
    .execute()
  const other = new Set(changes.map(({ orderId }) => orderId))
  for (const { orderId, state, status } of seats)
    if (!PLAIN.includes(state) || status === 'cancelled') other.add(orderId)
  return new Set(seats.map(({ orderId }) => orderId).filter((orderId) => !other.has(orderId)))
}

/**
 * What `confirmSeats` does, for many plain orders at once and in a fixed number of queries: with the orders locked and
 * their money booked, inside the same transaction.
 */
export async function confirmPlainOrders(
  db: Kysely<Database>,
  { orderIds, now, actor }: { orderIds: string[]; now: Instant; actor: Actor },
): Promise<void> {
  if (orderIds.length === 0) return
  const seats = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['registrations.id', 'registrations.orderId', 'registrations.eventId', 'registrations.state'])
    .select(['people.email', 'people.emailKey', 'people.fullName'])
    .where('registrations.orderId', 'in', orderIds)
    .where('registrations.state', 'in', PLAIN)
    .orderBy('registrations.id')
    .execute()
  const held = seats.filter(({ state }) => state === 'held')
  if (held.length > 0)
    await db
      .updateTable('registrations')
      .set({ state: 'confirmed', confirmedAt: now, heldUntil: null, updatedAt: now })
      .where(
        'id',
        'in',
        held.map(({ id }) => id),
      )
      .where('state', '=', 'held')
      .execute()
  await recordAudit(
    db,
    now,
    held.map(({ id, eventId }) => ({
      actor,
      action: 'registration.confirmed',
      objectKind: 'registration',
      objectId: id,
      eventId,
      before: { state: 'held' },
      after: { state: 'confirmed' },
    })),
  )
  await enqueueMessages(db, await mailsOf(db, orderIds, seats), now)
}

interface MailedSeat {
  id: string
  orderId: string
  email: string | null
  emailKey: string | null
  fullName: string
}

/** `order-confirmed` to who ordered, and `ticket` to everybody else on the order. */
async function mailsOf(db: Kysely<Database>, orderIds: string[], seats: MailedSeat[]): Promise<NewMessage[]> {
  const orderers = await db
    .selectFrom('orders')
    .innerJoin('people', 'people.id', 'orders.personId')
    .select(['orders.id', 'orders.eventId', 'orders.language', 'people.email', 'people.emailKey', 'people.fullName'])
    .where('orders.id', 'in', orderIds)
    .execute()
  const own = Map.groupBy(seats, ({ orderId }) => orderId)
  return orderers.flatMap(({ id, eventId, language, email, emailKey, fullName }): NewMessage[] => {
    if (email === null) return []
    const common = { language, eventId }
    const tickets = (own.get(id) ?? []).flatMap((seat): NewMessage[] =>
      seat.email === null || seat.emailKey === emailKey
        ? []
        : [
            {
              ...common,
              template: 'ticket',
              subjectId: seat.id,
              recipient: { email: seat.email, name: seat.fullName },
            },
          ],
    )
    const confirmed: NewMessage = {
      ...common,
      template: 'order-confirmed',
      subjectId: id,
      recipient: { email, name: fullName },
    }
    return [confirmed, ...tickets]
  })
}
