import type { Insertable, Kysely } from 'kysely'
import { newCode } from '#app/values/code.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes } from '#app/values/moment.ts'
import { emailKey, sortKey } from '#app/values/text.ts'
import { NOW } from '#tests/support/now.ts'
import type { Database, RegistrationState } from '#db/schema.ts'

export interface Seated {
  ticketTypeId: string
  trackId?: string | null
  state?: RegistrationState
  fullName?: string
  email?: string
  country?: string | null
  affiliation?: string | null
  /** By question id, as stored. */
  answers?: Record<string, string>
  /** Billed and paid, in minor units. */
  billed?: number
  paid?: number
  proof?: 'waiting' | 'verified' | 'refused'
  language?: string
  quotaIds?: string[]
  /** Registered so many minutes before. */
  ago?: number
}

const AT_ONCE = 500

const used = new Set<string>()

/** Of a hundred thousand, two are the same now and then. */
function unusedCode(...given: Parameters<typeof newCode>): string {
  const code = newCode(...given)
  if (used.has(code)) return unusedCode(...given)
  used.add(code)
  return code
}

/** Registrations written straight into the tables, an order each: for lists, where only the rows matter. */
export async function givenCrowd(db: Kysely<Database>, eventId: string, crowd: Seated[]): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < crowd.length; from += AT_ONCE)
    ids.push(...(await givenSome(db, eventId, crowd.slice(from, from + AT_ONCE), from)))
  return ids
}

async function givenSome(db: Kysely<Database>, eventId: string, crowd: Seated[], from: number): Promise<string[]> {
  const rows = crowd.map((seat, at) => ({
    seat,
    at: from + at,
    id: newId(NOW),
    orderId: newId(NOW),
    personId: newId(NOW),
  }))
  await db
    .insertInto('people')
    .values(rows.map(({ seat, at, personId }) => personRow(seat, at, personId)))
    .execute()
  await db
    .insertInto('orders')
    .values(
      rows.map(({ seat, orderId, personId }) => ({
        id: orderId,
        code: unusedCode('P'),
        keyVersion: 1,
        eventId,
        formKey: orderId,
        personId,
        language: seat.language ?? 'en',
        currency: 'USD',
        paymentMethod: null,
        confirmsOn: 'placing' as const,
        dueAt: null,
        placedAt: addMinutes(NOW, -(seat.ago ?? 0)),
        updatedAt: NOW,
      })),
    )
    .execute()
  await db
    .insertInto('registrations')
    .values(
      rows.map(({ seat, at, id, orderId, personId }): Insertable<Database['registrations']> => {
        const state = seat.state ?? 'confirmed'
        return {
          id,
          eventId,
          orderId,
          personId,
          ticketTypeId: seat.ticketTypeId,
          trackId: seat.trackId ?? null,
          code: unusedCode('T'),
          state,
          activeKey: null,
          heldUntil: state === 'held' ? addMinutes(NOW, 60) : null,
          confirmedAt: state === 'confirmed' ? NOW : null,
          endedAt: null,
          mainRegistrationId: null,
          createdAt: addMinutes(NOW, -(seat.ago ?? at)),
          updatedAt: NOW,
        }
      }),
    )
    .execute()
  await writeRest(db, eventId, rows)
  return rows.map(({ id }) => id)
}

interface Row {
  seat: Seated
  id: string
  orderId: string
}

async function writeRest(db: Kysely<Database>, eventId: string, rows: Row[]): Promise<void> {
  const answers = rows.flatMap(({ seat, id }) =>
    Object.entries(seat.answers ?? {}).map(([questionId, value]) => ({
      registrationId: id,
      questionId,
      value,
      answeredAt: NOW,
      erasedAt: null,
    })),
  )
  const billed = rows.filter(({ seat }) => seat.billed)
  const paid = rows.filter(({ seat }) => seat.paid)
  const proofs = rows.filter(({ seat }) => seat.proof)
  const seats = rows.flatMap(({ seat, id }) =>
    (seat.quotaIds ?? []).map((quotaId) => ({
      registrationId: id,
      quotaId,
      isTaken:
        seat.state === undefined || seat.state === 'held' || seat.state === 'confirmed' ? (1 as const) : (0 as const),
    })),
  )
  for (let at = 0; at < answers.length; at += AT_ONCE)
    await db
      .insertInto('answers')
      .values(answers.slice(at, at + AT_ONCE))
      .execute()
  if (seats.length > 0) await db.insertInto('registrationSeats').values(seats).execute()
  if (billed.length > 0)
    await db
      .insertInto('orderLines')
      .values(
        billed.map(({ seat, id, orderId }) => ({
          id: newId(NOW),
          orderId,
          position: 0,
          kind: 'ticket' as const,
          ticketTypeId: seat.ticketTypeId,
          registrationId: id,
          priceStepKind: 'only',
          description: 'Full',
          amountMinor: seat.billed!,
          currency: 'USD',
          taxName: null,
          taxNote: null,
          createdAt: NOW,
        })),
      )
      .execute()
  if (paid.length > 0)
    await db
      .insertInto('payments')
      .values(
        paid.map(({ seat, orderId }) => ({
          id: newId(NOW),
          orderId,
          attemptId: null,
          method: 'desk',
          providerReference: orderId,
          amountMinor: seat.paid!,
          currency: 'USD',
          reversesId: null,
          receivedAt: addMinutes(NOW, -(seat.ago ?? 0)),
          createdAt: NOW,
        })),
      )
      .execute()
  if (proofs.length > 0)
    await db
      .insertInto('proofs')
      .values(
        proofs.map(({ seat, id }) => ({
          id: newId(NOW),
          registrationId: id,
          eventId,
          eligibility: 'student' as const,
          how: 'desk' as const,
          state: seat.proof!,
          fileId: null,
          verifiedBy: null,
          verifiedAt: seat.proof === 'waiting' ? null : NOW,
          createdAt: NOW,
          reason: null,
        })),
      )
      .execute()
}

function personRow(seat: Seated, at: number, id: string): Insertable<Database['people']> {
  const fullName = seat.fullName ?? `Person ${String(at).padStart(5, '0')}`
  const email = seat.email ?? `person-${at}-${id.slice(-6)}@example.org`
  return {
    id,
    fullName,
    latinName: null,
    badgeName: null,
    certificateName: null,
    email,
    emailKey: emailKey(email),
    country: seat.country ?? null,
    affiliation: seat.affiliation ?? null,
    language: 'en',
    zone: null,
    sortKey: sortKey(fullName),
    createdAt: NOW,
    erasedAt: null,
  }
}
