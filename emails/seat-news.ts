import { calendarNote, type LetterCalendar } from './calendar-note.ts'
import type { MailEvent, MailTicket } from './event.ts'
import { amount, eventFact, type Fact, factTable, ticketName, whenFacts } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { type Phrase, sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import type { Money } from '#app/values/money.ts'

export interface SeatNewsProps {
  language: string
  event: MailEvent
  ticket: MailTicket
  /** What became of the seat. */
  news: 'changed' | 'cancelled' | 'passed' | 'refused'
  /** What comes back, and what the order asks for less, told to whoever pays for it only; null for others. */
  money: { returned: Money | null; lessDue: Money | null } | null
  /** The order's page for whoever placed it, the event's for the person on the seat. */
  address: { url: string; isOrder: boolean }
  calendar: LetterCalendar | null
}

/** Something became of one seat: to the person on it, and to whoever ordered it. */
export function seatNews(props: SeatNewsProps): Letter {
  const { language, event, ticket, news, money, address } = props
  const say = sayIn(language)
  const heading = say(`change.mail.${news}Heading`, {
    name: ticket.personName || say.t('order.unnamed'),
    ticket: ticketName(ticket),
  })
  const isOnline = news === 'changed' && (event.format === 'online' || ticket.isOnline)
  const body = isOnline ? say('change.mail.changedBodyOnline') : say(`change.mail.${news}Body`)
  const paragraphs: Phrase[] = []
  if (money?.returned) paragraphs.push(say('change.mail.cancelledReturned', { amount: amount(say, money.returned) }))
  if (money?.lessDue) paragraphs.push(say('change.mail.cancelledLess', { amount: amount(say, money.lessDue) }))
  if (money && !money.returned && !money.lessDue) paragraphs.push(say('change.mail.cancelledNothing'))
  const facts: Fact[] = [
    { label: say.t('change.mail.code'), lines: [say.value(ticket.code)] },
    { label: say.t('mail.fact.tickets', { count: 1 }), lines: [say.value(ticketName(ticket))] },
    eventFact(say, event),
    ...whenFacts(say, event),
  ]
  const see = say(address.isOrder ? 'change.mail.see' : 'change.mail.seeEvent')
  const calendar = calendarNote(say, props.calendar, 'changed')
  const questions = event.canReply ? say('mail.reply') : null
  const footer = say('mail.ticket.footer', { name: ticket.personName, event: event.title })
  return {
    subject: say.subject(`change.mail.${news}Subject`, { event: event.title, code: ticket.code }),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${paragraphs.map(paragraph)}${factTable(say, facts)}${button(see, address.url)}${calendar.html}${questions && paragraph(questions)}`,
    ),
    text: plainText(
      say,
      [heading, body, ...paragraphs, factBlock(facts), linkBlock(say, see, address.url), ...calendar.text, questions],
      footer,
    ),
  }
}
