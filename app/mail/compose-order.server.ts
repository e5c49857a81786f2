import type { Composer } from './composer.server.ts'
import { type LoadedEvent, mailEvent } from './mail-event.server.ts'
import { type LoadedOrder, mailOrder } from './mail-order.server.ts'
import { mailPayment } from './mail-payment.server.ts'
import { ownCalendar } from './own-calendar.server.ts'
import { confirmationWords } from './write-words.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { RegistrationState } from '#db/schema.ts'
import type { LetterCalendar } from '#emails/calendar-note.ts'
import type { MailOrder } from '#emails/event.ts'
import type { OrganizersWords } from '#emails/broadcast.ts'
import { eventCancelled } from '#emails/event-cancelled.ts'
import type { Letter } from '#emails/layout.ts'
import { latePayment } from '#emails/late-payment.ts'
import { orderAwaitingPayment } from '#emails/order-awaiting-payment.ts'
import { orderConfirmed } from '#emails/order-confirmed.ts'
import { orderLapsed } from '#emails/order-lapsed.ts'
import type { MailPayment } from '#emails/payment-facts.ts'

/** The mails to whoever placed an order; which letter is right is decided by how things stand now. */
export const composeOrder: Composer = async (db, site, message, now) => {
  const order = await mailOrder(db, site, message.subjectId, message.language)
  const event = order && (await mailEvent(db, site, order.eventId, message.language))
  if (!order || !event) return { withdrawn: 'gone' }
  const { language } = message
  const payment = order.due ? await mailPayment(db, order.id) : null
  const written = write(message.template, { language, event, order, payment, occasion: message.occasion, now })
  if ('withdrawn' in written) return written
  const which = { eventId: event.id, only: { orderId: order.id } }
  const calendar = written.isGoing ? await ownCalendar(db, site, message, which) : null
  const reader = { name: order.ordererName, emailKey: message.recipientKey, language }
  const about = { eventId: event.id, subject: { orderId: order.id }, reader }
  const words = written.isConfirmed ? await confirmationWords(db, site, about) : null
  return { letter: written.letter(calendar, words), replyTo: event.contactEmail, calendar }
}

interface Facts {
  language: string
  event: LoadedEvent
  order: LoadedOrder
  payment: MailPayment | null
  occasion: string
  now: Instant
}

type Choice =
  | {
      letter: (calendar: LetterCalendar | null, words: OrganizersWords | null) => Letter
      isGoing: boolean
      isConfirmed?: boolean
    }
  | { withdrawn: 'outdated' }

function write(template: string, { language, event, order, payment, occasion, now }: Facts): Choice {
  const [held, confirmed, lapsed] = [inState(order, 'held'), inState(order, 'confirmed'), inState(order, 'lapsed')]
  const { due } = order
  if (template === 'late-payment') return lateLetter({ language, event, order, occasion })
  if (event.status === 'cancelled') return { withdrawn: 'outdated' }
  if (template === 'order-lapsed') {
    const heldUntil = latest(lapsed.tickets.map((ticket) => ticket.heldUntil ?? ticket.endedAt))
    if (!heldUntil || held.tickets.length + confirmed.tickets.length > 0) return { withdrawn: 'outdated' }
    return sure(() => orderLapsed({ language, event, order: lapsed, heldUntil }))
  }
  if (template === 'order-awaiting-payment' && held.tickets.length > 0) {
    const heldUntil = latest(held.tickets.map((ticket) => ticket.heldUntil))
    if (!due || !heldUntil || heldUntil <= now) return { withdrawn: 'outdated' }
    return {
      letter: (calendar) => orderAwaitingPayment({ language, event, order: held, payment, due, heldUntil, calendar }),
      isGoing: true,
    }
  }
  if (confirmed.tickets.length === 0 || (template === 'order-awaiting-payment' && !due))
    return { withdrawn: 'outdated' }
  return {
    letter: (calendar, words) => orderConfirmed({ language, event, order: confirmed, payment, calendar, words }),
    isGoing: true,
    isConfirmed: true,
  }
}

/** Told while any seat of the order is missing, and of an event that is no more with what becomes of the money. */
function lateLetter({ language, event, order, occasion }: Omit<Facts, 'now' | 'payment'>): Choice {
  const payment = order.payments.find(({ attemptId }) => attemptId === occasion) ?? order.payments.at(-1)
  const missing = withTickets(
    order,
    order.tickets.filter(({ state }) => state !== 'confirmed' && state !== 'held'),
  )
  if (!payment || missing.tickets.length === 0) return { withdrawn: 'outdated' }
  if (event.status === 'cancelled') {
    const recipientName = order.ordererName
    return sure(() => eventCancelled({ language, event, recipientName, order, calendar: null }))
  }
  return sure(() => latePayment({ language, event, order: missing, received: payment.money }))
}

function sure(letter: () => Letter): Choice {
  return { letter, isGoing: false }
}

function inState(order: LoadedOrder, state: RegistrationState) {
  return withTickets(
    order,
    order.tickets.filter((ticket) => ticket.state === state),
  )
}

function withTickets<Tickets extends LoadedOrder['tickets']>(order: LoadedOrder, tickets: Tickets) {
  const isOrdererGoing = tickets.some(({ emailKey }) => emailKey !== null && emailKey === order.ordererEmailKey)
  return { ...order, tickets, isOrdererGoing } satisfies MailOrder
}

function latest(instants: (Instant | null)[]): Instant | null {
  return (
    instants
      .filter((instant) => instant !== null)
      .toSorted()
      .at(-1) ?? null
  )
}
