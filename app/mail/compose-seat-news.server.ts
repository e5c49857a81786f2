import type { Composer } from './composer.server.ts'
import { mailEvent } from './mail-event.server.ts'
import { mailOrder, mailTickets } from './mail-order.server.ts'
import { ownCalendar } from './own-calendar.server.ts'
import { seatNews, type SeatNewsProps } from '#emails/seat-news.ts'

/** The order's page and its money are for whoever placed it; whoever sits on the seat is led to the event. */
export const composeSeatNews: Composer = async (db, site, message) => {
  const { subjectId, language, template } = message
  const [ticket] = await mailTickets(db, { registrationId: subjectId }, language)
  const event = ticket && (await mailEvent(db, site, ticket.eventId, language))
  const order = ticket && (await mailOrder(db, site, ticket.orderId, language))
  if (!ticket || !event || !order) return { withdrawn: 'gone' }
  if (event.status === 'cancelled') return { withdrawn: 'outdated' }
  const isOrderer = message.recipientKey === order.ordererEmailKey
  const news = newsOf(template, ticket.state)
  if (news === null) return { withdrawn: 'outdated' }
  // A seat that was not passed on has not changed.
  const only = isOrderer ? { orderId: order.id } : { registrationId: ticket.id }
  const calendar = news === 'refused' ? null : await ownCalendar(db, site, message, { eventId: event.id, only })
  const letter = seatNews({
    language,
    event,
    ticket,
    news,
    money: news === 'cancelled' && isOrderer ? moneyOf(message.props) : null,
    address: isOrderer ? { url: order.url, isOrder: true } : { url: event.url, isOrder: false },
    calendar,
  })
  return { letter, replyTo: event.contactEmail, calendar }
}

/** What is true by now: a seat that was changed and then cancelled is cancelled, which has its own mail. */
function newsOf(template: string, state: string): SeatNewsProps['news'] | null {
  if (template === 'seat-cancelled') return 'cancelled'
  if (template === 'seat-not-passed-on') return state === 'confirmed' ? 'refused' : null
  if (state === 'transferred') return 'passed'
  return state === 'confirmed' ? 'changed' : null
}

function moneyOf(props: string): SeatNewsProps['money'] {
  const {
    returned = 0,
    takenOff = 0,
    currency = '',
  } = JSON.parse(props) as Partial<Record<'returned' | 'takenOff', number>> & { currency?: string }
  const money = (amountMinor: number) => (currency !== '' && amountMinor > 0 ? { amountMinor, currency } : null)
  return { returned: money(returned), lessDue: money(takenOff - returned) }
}
