import { expect, test } from 'vitest'
import { orderAwaitingPayment } from '#emails/order-awaiting-payment.ts'
import { orderConfirmed } from '#emails/order-confirmed.ts'
import { seatNews } from '#emails/seat-news.ts'
import { EVENT, ORDER } from './samples.ts'

const seat = (personName: string, extras: string[] = []) => ({
  code: 'T7KQ-4M2X',
  personName,
  ticketName: 'Full pass',
  trackName: null,
  extras,
})
const due = { amountMinor: 45_000, currency: 'USD' }
const heldUntil = '2027-02-26T09:02:00.000Z'

test('a seat without a name says so, and what goes with a ticket is no seat of its own', () => {
  const order = { ...ORDER, tickets: [seat('Wulandari', ['Dinner', 'Tour']), seat('')] }
  const { text } = orderConfirmed({ language: 'en', event: EVENT, order, calendar: null })
  expect(text).toContain('your 2 seats are confirmed')
  expect(text).toContain('Wulandari: Full pass · Dinner · Tour')
  expect(text).toContain('Not named yet: Full pass')
  expect(text).toContain('Some seats have no name yet.')
})

test('a mail that asks for money names one date, and the word it waits for', () => {
  const payment = { isReferenced: true, dueAt: '2027-02-24T09:02:00.000Z', account: null }
  const order = { ...ORDER, tickets: [seat('Wulandari')], due }
  const letter = (needsApproval: boolean) =>
    orderAwaitingPayment({
      language: 'en',
      event: EVENT,
      order,
      payment: { ...payment, needsApproval },
      due,
      heldUntil,
      calendar: null,
    }).text
  expect(letter(false)).toContain('24 February 2027')
  expect(letter(false)).not.toContain('26 February')
  expect(letter(false)).toContain('as soon as your payment has arrived')
  expect(letter(true)).toContain('The organizers look at your order')
  expect(letter(true)).not.toContain('as soon as your payment')
})

test('news of a seat name the ticket, and who went online is not told to show a code at the desk', () => {
  const props = { language: 'en', event: { ...EVENT, format: 'hybrid' as const }, money: null, calendar: null }
  const address = { url: ORDER.url, isOrder: true }
  const dinner = { ...seat('Wulandari'), ticketName: 'Dinner' }
  expect(seatNews({ ...props, address, ticket: dinner, news: 'cancelled' }).text).toContain(
    'Cancelled for Wulandari: Dinner',
  )
  const online = { ...seat('Wulandari'), ticketName: 'Online', isOnline: true }
  expect(seatNews({ ...props, address, ticket: online, news: 'changed' }).text).toContain('You take part online now.')
})
