import type { Composer } from './composer.server.ts'
import { eventAttachment } from './event-attachment.server.ts'
import { mailEvent } from './mail-event.server.ts'
import { mailTickets } from './mail-order.server.ts'
import { mailSeat } from './mail-seat.server.ts'
import { addressOf } from './mail-site.ts'
import { ticket as ticketLetter } from '#emails/ticket.ts'

/** The calendar that goes with it is the event's own: the order's would show who else goes. */
export const composeTicket: Composer = async (db, site, { subjectId, language }) => {
  const [ticket] = await mailTickets(db, { registrationId: subjectId }, language)
  if (!ticket) return { withdrawn: 'gone' }
  if (ticket.state !== 'confirmed') return { withdrawn: 'outdated' }
  const event = await mailEvent(db, site, ticket.eventId, language)
  if (!event) return { withdrawn: 'gone' }
  if (event.status === 'cancelled') return { withdrawn: 'outdated' }
  const seat = await mailSeat(db, subjectId)
  if (!seat) return { withdrawn: 'gone' }
  const calendar = await eventAttachment(db, site, event, language)
  const statusUrl = addressOf(site, language, '/status')
  const key = new URLSearchParams({ key: site.seatKey(seat) })
  const seatUrl = addressOf(site, language, `/registrations/${seat.code}?${key}`)
  return {
    letter: ticketLetter({ language, event, ticket, hasCalendar: calendar !== null, seatUrl, statusUrl }),
    replyTo: event.contactEmail,
    calendar,
  }
}
