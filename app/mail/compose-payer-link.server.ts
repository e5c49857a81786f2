import type { Composer } from './composer.server.ts'
import { mailEvent } from './mail-event.server.ts'
import { mailPayment } from './mail-payment.server.ts'
import { addressOf } from './mail-site.ts'
import { moneyOf } from './money-of.server.ts'
import { payerLink } from '#emails/payer-link.ts'

/** Not written once nothing is due, or the event is cancelled. */
export const composePayerLink: Composer = async (db, site, { subjectId, language }) => {
  const order = await db
    .selectFrom('orders')
    .select(['id', 'code', 'keyVersion', 'eventId', 'currency'])
    .where('id', '=', subjectId)
    .executeTakeFirst()
  const event = order && (await mailEvent(db, site, order.eventId, language))
  if (!order || !event) return { withdrawn: 'gone' }
  const { due } = await moneyOf(db, order.id, order.currency)
  if (!due || event.status === 'cancelled') return { withdrawn: 'outdated' }
  const key = new URLSearchParams({ key: site.payerKey(order) })
  const url = addressOf(site, language, `/orders/${order.code}/payer?${key}`)
  const payment = await mailPayment(db, order.id)
  return { letter: payerLink({ language, event, code: order.code, due, payment, url }), replyTo: event.contactEmail }
}
