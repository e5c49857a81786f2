import type { Composer } from './composer.server.ts'
import { mailEvent } from './mail-event.server.ts'
import { mailOrder } from './mail-order.server.ts'
import { mailPayment } from './mail-payment.server.ts'
import { claimRefused } from '#emails/claim-refused.ts'
import { paymentReceived } from '#emails/payment-received.ts'
import { paymentReminder } from '#emails/payment-reminder.ts'

/** Mails about money that is still to come: none is written once nothing is due or the event is cancelled. */
export const composePayment: Composer = async (db, site, message) => {
  const { language, template } = message
  const claim = template === 'claim-refused' ? await claimOf(db, message.subjectId) : null
  const orderId = template === 'claim-refused' ? claim?.orderId : message.subjectId
  const order = orderId === undefined ? null : await mailOrder(db, site, orderId, language)
  const event = order && (await mailEvent(db, site, order.eventId, language))
  if (!order || !event) return { withdrawn: 'gone' }
  const { due } = order
  const tickets = order.tickets.filter(({ state }) => state === 'held' || state === 'confirmed')
  if (!due || event.status === 'cancelled') return { withdrawn: 'outdated' }
  const isOrdererGoing = tickets.some(({ emailKey }) => emailKey !== null && emailKey === order.ordererEmailKey)
  const payment = await mailPayment(db, order.id)
  const facts = { language, event, order: { ...order, tickets, isOrdererGoing }, payment, due }
  const replyTo = event.contactEmail
  if (claim) return { letter: claimRefused({ ...facts, kind: claim.kind, reason: claim.reason }), replyTo }
  if (tickets.length === 0) return { withdrawn: 'outdated' }
  if (template === 'payment-received') {
    const received = JSON.parse(message.props) as { amountMinor: number; currency: string }
    return { letter: paymentReceived({ ...facts, received }), replyTo }
  }
  if (!payment || payment.dueAt === null) return { withdrawn: 'outdated' }
  const isHeld = tickets.some(({ state }) => state === 'held')
  return { letter: paymentReminder({ ...facts, dueAt: payment.dueAt, isHeld }), replyTo }
}

async function claimOf(db: Parameters<Composer>[0], claimId: string) {
  return await db
    .selectFrom('paymentClaims')
    .select(['orderId', 'kind', 'reason'])
    .where('id', '=', claimId)
    .executeTakeFirst()
}
