import type { Kysely } from 'kysely'
import { type CancelFigures, cancelFigures } from './cancel-figures.server.ts'
import { closeInFlight, refuseInFlight } from '../attempts/close-in-flight.server.ts'
import { confirmIfPaid } from './confirm-if-paid.server.ts'
import type { Gateways } from '../gateway.ts'
import { lockOrder } from '../attempts/lock-attempt.server.ts'
import { issuePapers } from '../papers/issue-papers.server.ts'
import { requestRefund } from '../refunds/request-refund.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import { addLines, type NewLine } from '#app/registrations/changes/add-lines.server.ts'
import { whyNotChanged, type WhyNot } from '#app/registrations/changes/change-rules.ts'
import { changedMails } from '#app/registrations/changes/changed-mails.server.ts'
import { endSeats } from '#app/registrations/changes/end-seats.server.ts'
import { takeOff } from '#app/registrations/changes/seat-lines.ts'
import { type SeatToChange, seatToChange } from '#app/registrations/changes/seat-to-change.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { formatMoney } from '#app/values/money.ts'
import { sharesOf } from '#app/values/portion.ts'
import { Refused, refuse, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface CancelSeat {
  orderId: string
  code: string
  /** What the person saw that is taken off, in minor units; another amount now is refused as `amount-changed`. */
  shown: number
  /** A refused visa: the day on which it was applied for, and the paper that says so. */
  visa?: { appliedOn: string; fileId: string | null }
  /** An organizer does it, with or without writing to the person. Finance looks at the money first. */
  byOrganizer?: { isTold: boolean }
  /** Its person has another one: it costs nothing, whatever the rules say and whatever was shown. */
  isDuplicate?: boolean
  now: Instant
  actor: Actor
}

export type CancelRefusal = WhyNot | 'amount-changed' | 'payment-processing' | 'refund-too-much'

/**
 * Gives up one seat of an order with its add-ons: the seats come free, lines take off what the event's rules give back,
 * and what was paid beyond the rest goes back. What a refused visa gives beyond one's own wish waits for finance.
 */
export async function cancelSeat(
  db: Kysely<Database>,
  gateways: Gateways,
  input: CancelSeat,
): Promise<Result<CancelFigures, CancelRefusal | 'busy'>> {
  const { orderId, now } = input
  if (!(await closeInFlight(db, gateways, { orderId, now }))) return refuse({ code: 'payment-processing' })
  return await transact<CancelFigures, CancelRefusal>(db, (db) => giveUpSeat(db, gateways, input))
}

/** The inside of `cancelSeat`, where a transaction does more. No payment may be under way. @throws Refused */
export async function giveUpSeat(db: Kysely<Database>, gateways: Gateways, input: CancelSeat): Promise<CancelFigures> {
  const { orderId, code, shown, visa, byOrganizer, isDuplicate = false, now, actor } = input
  await lockOrder(db, orderId)
  await refuseInFlight(db, orderId)
  const seat = await seatToChange(db, { orderId, code })
  const waives = byOrganizer !== undefined
  const why = seat
    ? whyNotChanged('cancel', { ...seat, hasOpenChange: seat.openChange !== null, waives, now })
    : 'seat-gone'
  if (!seat || why) throw new Refused<CancelRefusal>({ code: why ?? 'seat-gone' })
  const seats = [seat, ...seat.addons]
  await endSeats(db, {
    registrationIds: seats.map(({ id }) => id),
    reason: isDuplicate ? 'duplicate' : visa ? 'visa-refused' : byOrganizer ? 'organizer' : 'own-wish',
    now,
    actor,
  })
  // Its change that waited for money is over: what it costs is what its own ticket costs.
  const present = (await seatToChange(db, { orderId, code }))!
  const given = {
    ...present,
    state: seat.state,
    addons: present.seats.filter(({ id }) => seat.addons.some((one) => one.id === id)),
  }
  const asked = { isVisaRefused: visa !== undefined, visaAppliedOn: visa?.appliedOn ?? null, isDuplicate, now }
  const figures = await cancelFigures(db, gateways, given, asked)
  const takenOff = figures.amount + figures.claimed
  if (takenOff !== shown && !isDuplicate) throw changed(seat, takenOff)
  await addLines(db, { orderId, now, lines: cancelLines(given, takenOff) })
  await sendBack(db, gateways, seat, figures, input)
  await confirmIfPaid(db, { orderId, eventId: seat.eventId, now, actor })
  const props = { takenOff, returned: figures.plan.returned, kept: figures.kept, currency: seat.currency ?? '' }
  const mail = { registrationId: seat.id, occasion: '', template: 'seat-cancelled' as const, props }
  if (byOrganizer?.isTold !== false) await enqueueMessages(db, await changedMails(db, mail), now)
  await issuePapers(db, { orderId, now, actor, onlyToCorrect: true })
  return figures
}

function changed({ currency, language }: SeatToChange, amountMinor: number) {
  const amount = currency === null ? '0' : formatMoney({ amountMinor, currency }, language)
  return new Refused<CancelRefusal>({ code: 'amount-changed', details: { amount } })
}

/** For each seat its part; a line says that it was cancelled even where nothing is taken off. */
function cancelLines(seat: SeatToChange, takenOff: number): NewLine[] {
  const seats = [seat, ...seat.addons]
  const parts = sharesOf(
    takenOff,
    seats.map(({ cost }) => Math.max(0, cost)),
  )
  return seats.flatMap(({ id, ticketTypeId, ticket }, at): NewLine[] => {
    const common = {
      kind: 'cancellation' as const,
      registrationId: id,
      ticketTypeId,
      description: ticket,
      currency: seat.currency ?? 'XXX',
    }
    const own = seat.lines.filter(({ registrationId }) => registrationId === id)
    const lines = takeOff(own, parts[at]!).map((line) => ({ ...line, ...common }))
    return lines.length > 0 ? lines : [{ ...common, amountMinor: 0 }]
  })
}

/** First what is due by one's own wish, then what the visa gives besides; no more together than there is to give. */
async function sendBack(
  db: Kysely<Database>,
  gateways: Gateways,
  { currency, rules }: SeatToChange,
  { amount, plan }: CancelFigures,
  { orderId, visa, byOrganizer, now, actor }: CancelSeat,
): Promise<void> {
  if (plan.returned === 0 || currency === null) return
  const own = Math.min(amount, plan.returned)
  const rest = plan.returned - own
  const request = { orderId, now, actor }
  if (own > 0) {
    const needsApproval = byOrganizer !== undefined || rules.refundAsks === 'finance'
    const money = { amountMinor: own, currency }
    await requestRefund(db, gateways, { ...request, amount: money, cause: 'cancelled', needsApproval })
  }
  if (rest > 0) {
    const fileId = visa?.fileId ?? null
    // From here on it is finance's, until they have looked at it.
    if (fileId !== null) await db.updateTable('files').set({ eraseAt: null }).where('id', '=', fileId).execute()
    await requestRefund(db, gateways, {
      ...request,
      amount: { amountMinor: rest, currency },
      cause: 'visa-refused',
      needsApproval: true,
      note: visa?.appliedOn ?? '',
      fileId,
    })
  }
}
