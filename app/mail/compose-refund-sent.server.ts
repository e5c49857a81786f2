import type { Composer } from './composer.server.ts'
import { mailEvent } from './mail-event.server.ts'
import { mailOrder } from './mail-order.server.ts'
import { refundSent } from '#emails/refund-sent.ts'

/** To whoever placed the order, once for each refund. */
export const composeRefundSent: Composer = async (db, site, { subjectId, language, props }) => {
  const order = await mailOrder(db, site, subjectId, language)
  const event = order && (await mailEvent(db, site, order.eventId, language))
  if (!order || !event) return { withdrawn: 'gone' }
  const { amountMinor, currency, way } = JSON.parse(props) as {
    amountMinor: number
    currency: string
    way: 'provider' | 'bank' | 'cash'
  }
  const letter = refundSent({
    language,
    event,
    order: { ...order, isOrdererGoing: false },
    returned: { amountMinor, currency },
    way,
  })
  return { letter, replyTo: event.contactEmail }
}
