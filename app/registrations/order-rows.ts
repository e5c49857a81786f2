import type { Insertable } from 'kysely'
import type { Draft, Seat } from './examine-order.ts'
import { placedMails } from './placed-mails.ts'
import type { PlacedOrder } from './placing.ts'
import type { AuditEntry } from '#app/audit/record.server.ts'
import type { NewMessage } from '#app/mail/enqueue.server.ts'
import { newCode } from '#app/values/code.ts'
import { flag } from '#app/values/flag.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { cleanLine, emailKey, sortKey } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

type Row<Table extends keyof Database> = Insertable<Database[Table]>

/** Everything that one placed order writes, with fresh ids and codes. */
export interface OrderRows {
  people: Row<'people'>[]
  order: Row<'orders'>
  registrations: Row<'registrations'>[]
  seats: Row<'registrationSeats'>[]
  lines: Row<'orderLines'>[]
  answers: Row<'answers'>[]
  consents: Row<'consents'>[]
  audit: AuditEntry[]
  messages: NewMessage[]
  placed: PlacedOrder
}

/** ISO 4217 for “no currency”, on the lines of events that are free throughout. */
const NO_CURRENCY = 'XXX'

export function orderRows(draft: Draft, now: Instant, holdMinutes: number): OrderRows {
  const { order, event, due } = draft
  const orderId = newId(now)
  const state = due !== null && event.confirmsOn === 'payment' ? 'held' : 'confirmed'
  const people = draft.seats.map(({ person }) => personRow(person, order.language, now))
  const registrations = draft.seats.map((seat, at): Row<'registrations'> => ({
    id: newId(now),
    eventId: event.id,
    orderId,
    ticketTypeId: seat.type.id,
    trackId: seat.type.trackId,
    personId: people[at]!.id,
    code: newCode('T'),
    state,
    activeKey: seat.activeKey,
    heldUntil: state === 'held' ? addMinutes(now, holdMinutes) : null,
    confirmedAt: state === 'held' ? null : now,
    endedAt: null,
    createdAt: now,
    updatedAt: now,
  }))
  const orderRow = {
    id: orderId,
    code: newCode('P'),
    keyVersion: 1,
    eventId: event.id,
    formKey: order.formKey,
    personId: people[0]!.id,
    language: order.language,
    currency: due?.currency ?? null,
    paymentMethod: due ? (order.paymentMethod ?? null) : null,
    confirmsOn: event.confirmsOn,
    dueAt: null,
    placedAt: now,
    updatedAt: now,
  }
  return {
    people,
    order: orderRow,
    registrations,
    seats: draft.seats.flatMap(({ type }, at) =>
      type.quotaIds.map((quotaId) => ({ registrationId: registrations[at]!.id, quotaId, isTaken: 1 as const })),
    ),
    lines: draft.seats.map((seat, at) => ({
      id: newId(now),
      orderId,
      position: at + 1,
      kind: 'ticket' as const,
      ticketTypeId: seat.type.id,
      registrationId: registrations[at]!.id,
      priceStepKind: seat.stepKind,
      description: seat.name,
      amountMinor: seat.money?.amountMinor ?? 0,
      currency: seat.money?.currency ?? event.currency ?? NO_CURRENCY,
      createdAt: now,
    })),
    answers: draft.seats.flatMap((seat, at) => answerRows(seat, registrations[at]!.id)),
    consents: (order.consents ?? []).map(({ kind, version, isGiven }) => ({
      id: newId(now),
      orderId,
      kind,
      version,
      isGiven: flag(isGiven),
      givenAt: now,
    })),
    audit: auditOf(draft, orderRow, registrations),
    messages: placedMails(draft, orderRow, registrations),
    placed: {
      orderId,
      code: orderRow.code,
      keyVersion: 1,
      isNew: true,
      due,
      state,
      registrations: registrations.map(({ id, code, personId, ticketTypeId }) => ({
        id,
        code,
        personId,
        ticketTypeId,
      })),
    },
  }
}

function personRow(person: Seat['person'], language: string, now: Instant): Row<'people'> {
  const fullName = cleanLine(person.fullName)
  return {
    id: newId(now),
    fullName,
    latinName: person.latinName || null,
    badgeName: person.badgeName || null,
    certificateName: null,
    email: cleanLine(person.email),
    emailKey: emailKey(person.email),
    country: person.country || null,
    affiliation: person.affiliation || null,
    language,
    zone: null,
    sortKey: sortKey(fullName),
    createdAt: now,
    erasedAt: null,
  }
}

function answerRows({ person }: Seat, registrationId: string): Row<'answers'>[] {
  return (person.answers ?? [])
    .filter(({ value }) => value.length > 0)
    .map(({ questionId, value }) => ({
      registrationId,
      questionId,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    }))
}

function auditOf({ order, due }: Draft, row: Row<'orders'>, registrations: Row<'registrations'>[]): AuditEntry[] {
  const actor = order.actor ?? { kind: 'visitor' as const }
  const placed = { seats: registrations.length, dueMinor: due?.amountMinor ?? 0, currency: due?.currency ?? null }
  return [
    { actor, action: 'order.placed', objectKind: 'order', objectId: row.id, eventId: row.eventId, after: placed },
    ...registrations.map(({ id, state, ticketTypeId, personId }) => ({
      actor,
      action: `registration.${state}`,
      objectKind: 'registration',
      objectId: id,
      eventId: row.eventId,
      after: { state, ticketTypeId, personId, orderId: row.id },
    })),
  ]
}
