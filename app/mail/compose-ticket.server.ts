import type { Composer } from './composer.server.ts'
import { mailEvent } from './mail-event.server.ts'
import { mailTickets } from './mail-order.server.ts'
import { mailSeat } from './mail-seat.server.ts'
import { addressOf } from './mail-site.ts'
import { ownCalendar } from './own-calendar.server.ts'
import { confirmationWords } from './write-words.server.ts'
import { ticket as ticketLetter } from '#emails/ticket.ts'

/** The calendar that goes with it tells of this seat alone: the order's would show who else goes. */
export const composeTicket: Composer = async (db, site, message) => {
  const { subjectId, language } = message
  const [ticket] = await mailTickets(db, { registrationId: subjectId }, language)
  if (!ticket) return { withdrawn: 'gone' }
  if (ticket.state !== 'confirmed') return { withdrawn: 'outdated' }
  const event = await mailEvent(db, site, ticket.eventId, language)
  if (!event) return { withdrawn: 'gone' }
  if (event.status === 'cancelled') return { withdrawn: 'outdated' }
  const seat = await mailSeat(db, subjectId)
  if (!seat) return { withdrawn: 'gone' }
  const { eventId } = ticket
  const calendar = await ownCalendar(db, site, message, { eventId, only: { registrationId: subjectId } })
  const statusUrl = addressOf(site, language, '/status')
  const key = new URLSearchParams({ key: site.seatKey(seat) })
  const seatUrl = addressOf(site, language, `/registrations/${seat.code}?${key}`)
  const reader = { name: seat.fullName, emailKey: message.recipientKey, language }
  const words = await confirmationWords(db, site, { eventId, subject: { registrationId: subjectId }, reader })
  return {
    letter: ticketLetter({ language, event, ticket, calendar, words, seatUrl, statusUrl }),
    replyTo: event.contactEmail,
    calendar,
  }
}
