import type { MailEvent, MailOrder } from '#emails/event.ts'
import { eventCancelled } from '#emails/event-cancelled.ts'
import { latePayment } from '#emails/late-payment.ts'
import type { Letter } from '#emails/layout.ts'
import { orderAwaitingPayment } from '#emails/order-awaiting-payment.ts'
import { orderConfirmed } from '#emails/order-confirmed.ts'
import { orderLapsed } from '#emails/order-lapsed.ts'
import { signInLink } from '#emails/sign-in-link.ts'
import { ticket } from '#emails/ticket.ts'

const KEY = 'k'.repeat(32)

export const EVENT: MailEvent = {
  title: 'Network Training Workshop 2027',
  titleLanguage: 'en',
  seriesName: 'NTW',
  mark: 'ntw',
  startsOn: '2027-06-14',
  endsOn: '2027-06-18',
  startsTime: '09:00',
  startsAt: '2027-06-14T07:00:00.000Z',
  zone: 'Africa/Kigali',
  format: 'hybrid',
  city: 'Kigali',
  country: 'RW',
  venue: 'Example University',
  address: 'KN 7 Avenue',
  cancellationNote: 'Full refund until 10 May.',
  canReply: true,
  url: 'https://plenary.example/en/events/ntw-2027-kigali',
  registerUrl: 'https://plenary.example/en/events/ntw-2027-kigali/register',
}

export const ORDER: MailOrder = {
  code: 'P7KQ-4M2X',
  url: `https://plenary.example/en/orders/P7KQ-4M2X?key=${KEY}`,
  receiptUrl: `https://plenary.example/en/orders/P7KQ-4M2X/receipt?key=${KEY}`,
  ordererName: 'Wulandari',
  isOrdererGoing: true,
  tickets: [
    { code: 'T7KQ-4M2X', personName: 'Wulandari', ticketName: 'Full workshop', trackName: 'Routing' },
    { code: 'TA3B-9XYZ', personName: 'عمر بن الخطيب', ticketName: 'Full workshop', trackName: null },
  ],
  total: { amountMinor: 24_050, currency: 'USD' },
  paid: { amountMinor: 24_050, currency: 'USD' },
  paidAt: '2027-03-19T08:00:00.000Z',
  paymentMethod: 'card',
  due: null,
}

/** Every message once, for one reader; `name` and `title` take the place of the person's and the event's. */
export function everyLetter(
  language: string,
  { name = ORDER.ordererName, title = EVENT.title } = {},
): Record<string, Letter> {
  const event = { ...EVENT, title }
  const tickets = ORDER.tickets.map((one, at) => (at === 0 ? { ...one, personName: name } : one))
  const order = { ...ORDER, ordererName: name, tickets }
  const single = { ...order, tickets: tickets.slice(0, 1) }
  const due = { amountMinor: 24_050, currency: 'USD' }
  const heldUntil = '2027-03-19T08:40:00.000Z'
  const unpaid = { ...order, paid: null, paidAt: null, paymentMethod: null, due }
  return {
    'sign-in-link': signInLink({
      language,
      email: 'wulandari@example.org',
      url: `https://plenary.example/en/signin/link/${KEY}`,
      expiresAt: heldUntil,
      site: 'https://plenary.example',
    }),
    'order-awaiting-payment': orderAwaitingPayment({ language, event, order: unpaid, due, heldUntil }),
    'order-confirmed': orderConfirmed({ language, event, order, hasCalendar: true }),
    'order-confirmed-single': orderConfirmed({ language, event, order: single, hasCalendar: true }),
    'order-confirmed-free': orderConfirmed({
      language,
      event: { ...event, format: 'online', city: null, country: null, venue: null, address: null, startsTime: null },
      order: { ...single, total: null, paid: null, paidAt: null, paymentMethod: null },
      hasCalendar: false,
    }),
    'order-confirmed-unpaid': orderConfirmed({ language, event, order: unpaid, hasCalendar: true }),
    ticket: ticket({
      language,
      event,
      ticket: tickets[0]!,
      hasCalendar: true,
      statusUrl: 'https://plenary.example/en/status',
    }),
    'order-lapsed': orderLapsed({ language, event, order: unpaid, heldUntil }),
    'late-payment': latePayment({ language, event, order, received: due }),
    'event-cancelled': eventCancelled({ language, event, recipientName: name, order, hasCalendar: true }),
    'event-cancelled-participant': eventCancelled({
      language,
      event,
      recipientName: name,
      order: null,
      hasCalendar: false,
    }),
  }
}
