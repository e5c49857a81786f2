import type { Kysely } from 'kysely'
import type { Composer, StoredMessage } from './composer.server.ts'
import { type EventBefore, eventBefore, newsSince } from './event-before.ts'
import { earlierNews } from './earlier-news.server.ts'
import { mailEvent } from './mail-event.server.ts'
import { addressOf, type MailSite } from './mail-site.ts'
import { ownCalendar } from './own-calendar.server.ts'
import { wordOf } from './own-word.ts'
import { refundNow } from './refund-now.server.ts'
import type { Database } from '#db/schema.ts'
import { eventNews, type EventNewsProps } from '#emails/event-news.ts'

/**
 * The event was moved, postponed, or is held after all. Which letter is right is decided by how it is now and how its
 * reader last heard that it was, whichever of these messages is sent first: an older one gives way to a newer, and what
 * was changed back is not told.
 */
export const composeEventNews: Composer = async (db, site, message, now) => {
  const { subjectId: eventId, language } = message
  const event = await mailEvent(db, site, eventId, language)
  if (!event) return { withdrawn: 'gone' }
  const row = await db.selectFrom('events').selectAll().where('id', '=', eventId).executeTakeFirstOrThrow()
  const { isNewest, firstUnheard } = await earlierNews(db, message)
  const before = JSON.parse(firstUnheard.props) as EventBefore
  const told = event.status === 'published' && isNewest ? newsSince(before, eventBefore(row)) : null
  if (!told) return { withdrawn: 'outdated' }
  const own = await ownPage(db, site, message)
  // A seat that is no more has its own mail, but for what a cancelling ended.
  if (!own && told.news !== 'revived') return { withdrawn: 'outdated' }
  const calendar = own ? await ownCalendar(db, site, message, { eventId }) : null
  return {
    letter: eventNews({
      language,
      event,
      ...told,
      before,
      recipientName: message.recipientName || message.recipientEmail,
      hasSeat: own !== null,
      address: own ?? { url: event.url, is: 'Event' },
      refund: await refundNow(db, eventId, now),
      word: wordOf(message.props),
      calendar,
    }),
    replyTo: event.contactEmail,
    calendar,
  }
}

/** Their order with seats that stand, else the seat that somebody else ordered for them; null when they have neither. */
async function ownPage(
  db: Kysely<Database>,
  site: MailSite,
  { subjectId, recipientKey, language }: StoredMessage,
): Promise<EventNewsProps['address'] | null> {
  const seats = await db
    .selectFrom('registrations')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .innerJoin('people as orderer', 'orderer.id', 'orders.personId')
    .innerJoin('people as person', 'person.id', 'registrations.personId')
    .select(['registrations.id', 'registrations.code', 'registrations.personId', 'registrations.orderId'])
    .select(['orders.code as orderCode', 'orders.keyVersion', 'orderer.emailKey as ordererKey'])
    .where('registrations.eventId', '=', subjectId)
    .where('registrations.state', 'in', ['held', 'confirmed'])
    .where((row) => row.or([row('orderer.emailKey', '=', recipientKey), row('person.emailKey', '=', recipientKey)]))
    .orderBy('registrations.id')
    .execute()
  const ordered = seats.find(({ ordererKey }) => ordererKey === recipientKey)
  if (ordered) {
    const key = new URLSearchParams({ key: site.orderKey({ id: ordered.orderId, keyVersion: ordered.keyVersion }) })
    return { url: addressOf(site, language, `/orders/${ordered.orderCode}?${key}`), is: 'Order' }
  }
  const [seat] = seats
  if (!seat) return null
  const key = new URLSearchParams({ key: site.seatKey(seat) })
  return { url: addressOf(site, language, `/registrations/${seat.code}?${key}`), is: 'Seat' }
}
