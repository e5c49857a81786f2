import type { Insertable, Kysely } from 'kysely'
import { NOW } from '#tests/support/now.ts'
import { newId } from '#app/values/id.ts'
import { addDays, addSeconds } from '#app/values/moment.ts'
import type { Database, RegistrationState } from '#db/schema.ts'

/** Chance that is the same for the same seed: a number from 0 to 1. */
export function chance(seed: number): () => number {
  let state = seed * 2_654_435_761
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Crowd {
  people: number
  /** The first day of their event. */
  firstOn: string
  random: () => number
}

const COUNTRIES = ['RW', 'KE', 'FR', 'US', 'IN', 'ET', null]
const INSTITUTIONS = ['Example University', 'EXAMPLE university', 'Sample Net', 'Muestra', null]
const STATES: RegistrationState[] = [
  'confirmed',
  'confirmed',
  'confirmed',
  'held',
  'cancelled',
  'transferred',
  'lapsed',
]

/**
 * Rows of people of every kind, as the commands leave them behind, over the months before their event: each with a ticket
 * type of the event (the last one goes beside a ticket), an order with lines and, of some, a payment.
 */
export async function givenCrowd(
  db: Kysely<Database>,
  event: { id: string; tickets: { id: string }[] },
  { people, firstOn, random }: Crowd,
): Promise<void> {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!
  for (let at = 0; at < people; at++) {
    const [personId, orderId, registrationId] = [newId(NOW), newId(NOW), newId(NOW)]
    const email = random() < 0.1 ? null : `crowd-${Math.floor(random() * 150)}@example.org`
    const createdAt = `${addDays(firstOn, -10 - Math.floor(random() * 190))}T10:00:00.000Z`
    const state = pick(STATES)
    const isOver = ['cancelled', 'transferred', 'lapsed'].includes(state)
    const isAddon = event.tickets.length > 2 && random() < 0.3
    await db
      .insertInto('people')
      .values(aPerson(personId, { email, country: pick(COUNTRIES), affiliation: pick(INSTITUTIONS) }))
      .execute()
    await db
      .insertInto('orders')
      .values({
        id: orderId,
        code: orderId.slice(-10).toUpperCase(),
        keyVersion: 1,
        eventId: event.id,
        formKey: orderId,
        personId,
        language: pick(['en', 'fr', 'ar']),
        currency: 'USD',
        paymentMethod: 'bank-transfer',
        dueAt: random() < 0.5 ? addSeconds(NOW, random() < 0.5 ? -86_400 : 86_400) : null,
        placedAt: createdAt,
        updatedAt: createdAt,
      })
      .execute()
    const seat = {
      eventId: event.id,
      orderId,
      personId,
      trackId: null,
      activeKey: null,
      heldUntil: null,
      replacesId: null,
      state,
      createdAt,
      updatedAt: createdAt,
      confirmedAt: state === 'held' || state === 'lapsed' ? null : addSeconds(createdAt, 3600),
      endedAt: isOver ? addSeconds(createdAt, 5 * 86_400) : null,
    }
    const main = event.tickets[Math.floor(random() * Math.min(2, event.tickets.length))]!.id
    await seatOf(db, { ...seat, id: registrationId, ticketTypeId: main, mainRegistrationId: null })
    await line(db, { orderId, registrationId, amountMinor: 10_000, createdAt })
    if (isAddon) {
      const id = newId(NOW)
      await seatOf(db, { ...seat, id, ticketTypeId: event.tickets[2]!.id, mainRegistrationId: registrationId })
      await line(db, { orderId, registrationId: id, amountMinor: 2_500, createdAt })
    }
    if (random() < 0.5)
      await db
        .insertInto('payments')
        .values({
          id: newId(NOW),
          orderId,
          attemptId: null,
          method: 'bank-transfer',
          providerReference: orderId,
          amountMinor: pick([10_000, 4_000]),
          currency: 'USD',
          reversesId: null,
          receivedAt: createdAt,
          createdAt,
        })
        .execute()
  }
}

async function seatOf(db: Kysely<Database>, row: Omit<Insertable<Database['registrations']>, 'code'>): Promise<void> {
  await db
    .insertInto('registrations')
    .values({ ...row, code: row.id.slice(-12).toUpperCase() })
    .execute()
}

async function line(
  db: Kysely<Database>,
  {
    orderId,
    registrationId,
    amountMinor,
    createdAt,
  }: { orderId: string; registrationId: string; amountMinor: number; createdAt: string },
): Promise<void> {
  await db
    .insertInto('orderLines')
    .values({
      id: newId(NOW),
      orderId,
      registrationId,
      amountMinor,
      createdAt,
      position: amountMinor,
      kind: 'ticket',
      ticketTypeId: null,
      priceStepKind: null,
      description: '',
      currency: 'USD',
      taxName: null,
      taxNote: null,
    })
    .execute()
}

function aPerson(id: string, given: { email: string | null; country: string | null; affiliation: string | null }) {
  return {
    id,
    ...given,
    emailKey: given.email,
    fullName: `Somebody ${id.slice(-6)}`,
    latinName: null,
    badgeName: null,
    certificateName: null,
    language: 'en',
    zone: null,
    sortKey: id,
    createdAt: NOW,
    erasedAt: null,
  }
}
