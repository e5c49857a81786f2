import type { Kysely } from 'kysely'
import { closeInFlight, refuseInFlight } from '../attempts/close-in-flight.server.ts'
import { confirmIfPaid } from './confirm-if-paid.server.ts'
import type { Gateways } from '../gateway.ts'
import { lockOrder } from '../attempts/lock-attempt.server.ts'
import { issuePapers } from '../papers/issue-papers.server.ts'
import { underWay } from '../refunds/refundable.server.ts'
import { requestRefund } from '../refunds/request-refund.server.ts'
import { planReturn } from '../refunds/return-plan.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import { addLines, type NewLine } from '#app/registrations/changes/add-lines.server.ts'
import { changeOptions, type ChangeOption } from '#app/registrations/changes/change-options.server.ts'
import { whyNotChanged, type WhyNot } from '#app/registrations/changes/change-rules.ts'
import { changedMails } from '#app/registrations/changes/changed-mails.server.ts'
import { demandBeyond, type MoveRefusal, moveSeat } from '#app/registrations/changes/move-seat.server.ts'
import { insertChange, setReservation } from '#app/registrations/changes/open-changes.server.ts'
import { type SeatToChange, seatToChange } from '#app/registrations/changes/seat-to-change.server.ts'
import { writeProof } from '#app/registrations/changes/write-proof.server.ts'
import { HOLD_MINUTES } from '#app/registrations/seats/hold-minutes.ts'
import { setAside } from '#app/registrations/seats/reservations.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { formatMoney } from '#app/values/money.ts'
import { Refused, refuse, type Result } from '#app/values/refusal.ts'
import { releaseVoucherUses } from '#app/vouchers/release-voucher-uses.server.ts'
import { isDuplicate, transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export interface ChangeSeat {
  orderId: string
  code: string
  kind: 'ticket' | 'remote'
  ticketTypeId: string
  /** The difference that the person saw, in minor units; another one now is refused as `amount-changed`. */
  shown: number
  /** An organizer changes it, for whom it is never too late. */
  waives?: boolean
  now: Instant
  actor: Actor
}

export type ChangeRefusal =
  | WhyNot
  | MoveRefusal
  | 'change-unknown'
  | 'addon-left'
  | 'amount-changed'
  | 'payment-processing'
  | 'refund-too-much'
  | 'refund-first'

/** `waits`: the seat stays as it is until the difference is paid, and what it needs is kept until then. */
export interface ChangedSeat {
  state: 'done' | 'waits'
  differenceMinor: number
  heldUntil: Instant | null
}

/**
 * Turns a seat into one of another ticket type, at today's price or (`remote`) at that of the step once bought. A
 * difference to pay is asked for by lines: where the order's seats wait for their money, so does the change; what is
 * less goes back. Needs free seats only where the new ticket draws on quotas that the seat does not draw on yet.
 */
export async function changeSeat(
  db: Kysely<Database>,
  gateways: Gateways,
  input: ChangeSeat,
): Promise<Result<ChangedSeat, ChangeRefusal | 'busy'>> {
  const { orderId, now } = input
  if (!(await closeInFlight(db, gateways, { orderId, now }))) return refuse({ code: 'payment-processing' })
  try {
    return await transact<ChangedSeat, ChangeRefusal>(db, async (db) => {
      await lockOrder(db, orderId)
      await refuseInFlight(db, orderId)
      const { seat, option } = await judge(db, input)
      await nameCurrency(db, orderId, option.priced.lines)
      const linesFrom = await addLines(db, { orderId, now, lines: option.priced.lines })
      // What goes back would be asked for at once: what is due would not say so.
      if (option.priced.differenceMinor > 0 && (await underWay(db, orderId)) > 0)
        throw new Refused<ChangeRefusal>({ code: 'refund-first' })
      const waits = option.priced.differenceMinor > 0 && seat.confirmsOn === 'payment'
      const changed = waits
        ? await keepFor(db, seat, { ...input, linesFrom }, option)
        : await change(db, gateways, seat, { ...input, linesFrom }, option)
      await issuePapers(db, { orderId, now, actor: input.actor, onlyToCorrect: true })
      return changed
    })
  } catch (error) {
    // Somebody registered the same person for that ticket at the same moment.
    if (isDuplicate(error)) return refuse({ code: 'address-registered' })
    throw error
  }
}

async function judge(
  db: Kysely<Database>,
  { orderId, code, kind, ticketTypeId, shown, waives = false, now }: ChangeSeat,
): Promise<{ seat: SeatToChange; option: ChangeOption }> {
  const seat = await seatToChange(db, { orderId, code })
  const why = seat
    ? whyNotChanged(kind, { ...seat, hasOpenChange: seat.openChange !== null, waives, now })
    : 'seat-gone'
  if (!seat || why) throw new Refused<ChangeRefusal>({ code: why ?? 'seat-gone' })
  const option = (await changeOptions(db, seat, { kind, now })).find((one) => one.ticketTypeId === ticketTypeId)
  if (!option) throw new Refused<ChangeRefusal>({ code: 'change-unknown' })
  if (option.why) throw new Refused<ChangeRefusal>({ code: option.why.code, details: option.why.details ?? {} })
  const { differenceMinor } = option.priced
  if (differenceMinor !== shown) {
    const amountMinor = Math.abs(differenceMinor)
    const amount = seat.currency === null ? '0' : formatMoney({ amountMinor, currency: seat.currency }, seat.language)
    throw new Refused<ChangeRefusal>({ code: 'amount-changed', details: { amount } })
  }
  return { seat, option }
}

/** An order that was free until now is in the currency of its first amount. */
async function nameCurrency(db: Kysely<Database>, orderId: string, lines: NewLine[]): Promise<void> {
  const charged = lines.find(({ amountMinor }) => amountMinor !== 0)
  if (!charged) return
  await db
    .updateTable('orders')
    .set({ currency: charged.currency })
    .where('id', '=', orderId)
    .where('currency', 'is', null)
    .execute()
}

/** Until the money is here, for as long as a seat waits for a card. */
async function keepFor(
  db: Kysely<Database>,
  seat: SeatToChange,
  { orderId, kind, ticketTypeId, linesFrom, now, actor }: ChangeSeat & { linesFrom: number },
  { priced }: ChangeOption,
): Promise<ChangedSeat> {
  const heldUntil = addMinutes(now, HOLD_MINUTES)
  const { differenceMinor } = priced
  const { id: registrationId, eventId, currency } = seat
  const given = {
    registrationId,
    orderId,
    eventId,
    kind,
    toTicketTypeId: ticketTypeId,
    differenceMinor,
    currency,
    linesFrom,
  }
  const made = await insertChange(db, { ...given, reservationId: null, state: 'open', heldUntil }, { now, actor })
  const demand = await demandBeyond(db, { registrationId, ticketTypeId })
  if (demand.size > 0) {
    const reservation = { eventId, kind: 'change' as const, subjectId: made.id, name: '', untilAt: heldUntil }
    const kept = await setAside(db, { ...reservation, demand, now, actor })
    if (!kept.ok) throw new Refused<ChangeRefusal>({ code: 'change-full' })
    await setReservation(db, made.id, kept.id)
    await bumpContentVersion(db)
  }
  return { state: 'waits', differenceMinor, heldUntil }
}

async function change(
  db: Kysely<Database>,
  gateways: Gateways,
  seat: SeatToChange,
  { orderId, kind, ticketTypeId, linesFrom, now, actor }: ChangeSeat & { linesFrom: number },
  { priced, proof }: ChangeOption,
): Promise<ChangedSeat> {
  const { id: registrationId, eventId, currency, rules } = seat
  const { differenceMinor } = priced
  await moveSeat(db, { registrationId, ticketTypeId, now, actor })
  if (priced.lostCodes.length > 0) await releaseVoucherUses(db, { registrationIds: [registrationId], now })
  await writeProof(db, { registrationId, eventId, proof, now, actor })
  const made = await insertChange(
    db,
    {
      registrationId,
      orderId,
      eventId,
      kind,
      toTicketTypeId: ticketTypeId,
      reservationId: null,
      differenceMinor,
      currency,
      linesFrom,
      state: 'done',
      heldUntil: null,
    },
    { now, actor },
  )
  // The lines are written already, so nothing more is taken off.
  const { returned } = await planReturn(db, gateways, { orderId, takenOff: 0, most: Math.max(0, -differenceMinor) })
  if (returned > 0 && currency !== null)
    await requestRefund(db, gateways, {
      orderId,
      amount: { amountMinor: returned, currency },
      cause: 'changed',
      needsApproval: rules.refundAsks === 'finance',
      now,
      actor,
    })
  await confirmIfPaid(db, { orderId, eventId, now, actor })
  await enqueueMessages(db, await changedMails(db, { registrationId, occasion: made.id }), now)
  return { state: 'done', differenceMinor, heldUntil: null }
}
