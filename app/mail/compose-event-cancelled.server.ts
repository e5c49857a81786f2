import type { Composer } from './composer.server.ts'
import { mailEvent } from './mail-event.server.ts'
import { mailOrder, mailTickets } from './mail-order.server.ts'
import { ownCalendar } from './own-calendar.server.ts'
import { wordOf } from './own-word.ts'
import { emailKey } from '#app/values/text.ts'
import { eventCancelled } from '#emails/event-cancelled.ts'

/** The subject may be an order, a registration or the event; only whoever placed the order is shown it. */
export const composeEventCancelled: Composer = async (db, site, message) => {
  const { subjectId, language } = message
  const [ticket] = await mailTickets(db, { registrationId: subjectId }, language)
  const order = await mailOrder(db, site, ticket?.orderId ?? subjectId, language)
  const event = await mailEvent(db, site, order?.eventId ?? message.eventId ?? subjectId, language)
  if (!event) return { withdrawn: 'gone' }
  if (event.status !== 'cancelled') return { withdrawn: 'outdated' }
  const isOrderer = order !== null && order.ordererEmailKey === emailKey(message.recipientEmail)
  const calendar = await ownCalendar(db, site, message, { eventId: event.id })
  return {
    letter: eventCancelled({
      language,
      event,
      recipientName: message.recipientName || message.recipientEmail,
      order: isOrderer ? order : null,
      word: wordOf(message.props),
      calendar,
    }),
    replyTo: event.contactEmail,
    calendar,
  }
}
