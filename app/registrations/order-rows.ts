import type { Insertable } from 'kysely'
import type { Admitted } from './admit-drafts.ts'
import type { Draft, Seat } from './examine-order.ts'
import { placedMails } from './placed-mails.ts'
import type { PlacedOrder, PlaceOrder, PlacePerson } from './placing.ts'
import { nobody, personColumns } from './naming/seat-person.ts'
import { taxNumberKey } from './prices/tax-number.ts'
import type { Actor, AuditEntry } from '#app/audit/record.server.ts'
import type { NewMessage } from '#app/mail/enqueue.server.ts'
import { newCode } from '#app/values/code.ts'
import { flag } from '#app/values/flag.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { cleanLine, cleanText } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

type Row<Table extends keyof Database> = Insertable<Database[Table]>

/** Everything that one placed order writes, with fresh ids and codes. */
export interface OrderRows {
  people: Row<'people'>[]
  order: Row<'orders'>
  payer: Row<'payers'> | null
  registrations: Row<'registrations'>[]
  seats: Row<'registrationSeats'>[]
  lines: Row<'orderLines'>[]
  proofs: Row<'proofs'>[]
  voucherUses: Row<'voucherUses'>[]
  answers: Row<'answers'>[]
  consents: Row<'consents'>[]
  audit: AuditEntry[]
  messages: NewMessage[]
  placed: PlacedOrder
}

export function orderRows({ draft, sources }: Admitted, now: Instant): OrderRows {
  const { order, event, due, agreed } = draft
  const orderId = newId(now)
  const state = agreed.heldUntil === null ? 'confirmed' : 'held'
  const people = draft.seats.map(({ person }) => personRow(person, order.language, now))
  const orderer = order.orderer ? personRow({ ...order.orderer, ticketTypeId: '' }, order.language, now) : people[0]!
  const ids = draft.seats.map(() => newId(now))
  const registrations = draft.seats.map((seat, at): Row<'registrations'> => ({
    id: ids[at]!,
    eventId: event.id,
    orderId,
    ticketTypeId: seat.type.id,
    trackId: seat.type.trackId,
    personId: people[at]!.id,
    code: newCode('T'),
    state,
    activeKey: seat.activeKey,
    heldUntil: agreed.heldUntil,
    confirmedAt: state === 'held' ? null : now,
    endedAt: null,
    mainRegistrationId: seat.mainAt === null ? null : ids[seat.mainAt]!,
    createdAt: now,
    updatedAt: now,
  }))
  const orderRow = {
    id: orderId,
    code: newCode('P'),
    keyVersion: 1,
    eventId: event.id,
    formKey: order.formKey,
    personId: orderer.id,
    language: order.language,
    currency: draft.lines.find(({ amountMinor }) => amountMinor !== 0)?.currency ?? null,
    paymentMethod: due ? (order.paymentMethod ?? null) : null,
    confirmsOn: agreed.confirmsOn,
    dueAt: agreed.dueAt,
    placedAt: now,
    updatedAt: now,
  }
  const actor = order.actor ?? { kind: 'visitor' as const }
  const proofs = proofRows(draft.seats, registrations, actor, now)
  return {
    people: order.orderer ? [orderer, ...people] : people,
    order: orderRow,
    payer: order.payer ? payerRow(order.payer, orderId, draft.isReverseCharge) : null,
    registrations,
    seats: sources.flatMap((own, at) =>
      own.map(({ quotaId, reservationId }) => ({
        registrationId: ids[at]!,
        quotaId,
        isTaken: 1 as const,
        // Where it goes back to while that stands; by it the waiting list knows which order used an offer.
        reservationId,
      })),
    ),
    lines: draft.lines.map(({ at, ...line }, position) => ({
      id: newId(now),
      orderId,
      position: position + 1,
      ...line,
      registrationId: ids[at]!,
      createdAt: now,
    })),
    proofs,
    voucherUses: draft.uses.map(({ voucher, at }) => ({
      id: newId(now),
      voucherId: voucher.id,
      orderId,
      registrationId: at === null ? null : ids[at]!,
      isActive: 1,
      createdAt: now,
    })),
    answers: draft.seats.flatMap((seat, at) => answerRows(seat, ids[at]!, now)),
    consents: (order.consents ?? []).map(({ kind, version, isGiven }) => ({
      id: newId(now),
      orderId,
      kind,
      version,
      isGiven: flag(isGiven),
      givenAt: now,
    })),
    audit: auditOf(draft, orderRow, registrations, proofs, actor),
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

function personRow(person: PlacePerson, language: string, now: Instant): Row<'people'> {
  if (person.isUnnamed) return nobody(language, now)
  const columns = personColumns(person)
  return {
    ...nobody(language, now),
    ...columns,
    email: columns.email || null,
    emailKey: columns.emailKey || null,
    badgeName: person.badgeName || null,
  }
}

function payerRow(payer: NonNullable<PlaceOrder['payer']>, orderId: string, isReverseCharge: boolean): Row<'payers'> {
  return {
    orderId,
    name: cleanLine(payer.name),
    email: cleanLine(payer.email ?? '') || null,
    organization: cleanLine(payer.organization ?? '') || null,
    address: cleanText(payer.address ?? '') || null,
    country: payer.country || null,
    taxNumber: taxNumberKey(payer.taxNumber ?? '') || null,
    purchaseOrder: cleanLine(payer.purchaseOrder ?? '') || null,
    isReverseCharge: flag(isReverseCharge),
  }
}

function proofRows(seats: Seat[], registrations: Row<'registrations'>[], actor: Actor, now: Instant): Row<'proofs'>[] {
  return seats.flatMap(({ proof }, at) => {
    if (!proof) return []
    const { isVerified, ...row } = proof
    const { id: registrationId, eventId } = registrations[at]!
    return [
      {
        id: newId(now),
        registrationId,
        eventId,
        ...row,
        state: isVerified ? ('verified' as const) : ('waiting' as const),
        verifiedBy: isVerified && actor.kind === 'account' ? (actor.id ?? null) : null,
        verifiedAt: isVerified ? now : null,
        createdAt: now,
      },
    ]
  })
}

function answerRows({ person }: Seat, registrationId: string, now: Instant): Row<'answers'>[] {
  return (person.answers ?? [])
    .filter(({ value }) => value.length > 0)
    .map(({ value, ...answer }) => ({
      registrationId,
      ...answer,
      value: typeof value === 'string' ? value : JSON.stringify(value),
      answeredAt: now,
    }))
}

function auditOf(
  { due }: Draft,
  { id: orderId, eventId }: Row<'orders'>,
  registrations: Row<'registrations'>[],
  proofs: Row<'proofs'>[],
  actor: Actor,
): AuditEntry[] {
  const placed = { seats: registrations.length, dueMinor: due?.amountMinor ?? 0, currency: due?.currency ?? null }
  return [
    { actor, action: 'order.placed', objectKind: 'order', objectId: orderId, eventId, after: placed },
    ...registrations.map(({ id, state, ticketTypeId, personId }) => ({
      actor,
      action: `registration.${state}`,
      objectKind: 'registration',
      objectId: id,
      eventId,
      after: { state, ticketTypeId, personId, orderId },
    })),
    ...proofs.map(({ id, state, how, registrationId }) => ({
      actor,
      action: `proof.${state}`,
      objectKind: 'proof',
      objectId: id,
      eventId,
      after: { state, how, registrationId },
    })),
  ]
}
