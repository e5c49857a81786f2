import { addedWords, type OrganizersWords } from './broadcast.ts'
import { calendarNote, type LetterCalendar } from './calendar-note.ts'
import type { MailEvent, MailTicket } from './event.ts'
import { eventFact, factTable, ticketName, whenFacts, whereFact } from './facts.ts'
import { button, codeBox, type Letter, lead, layout, link, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, indented, linkBlock, plainText } from './plain-text.ts'

export interface TicketProps {
  language: string
  event: MailEvent
  ticket: MailTicket
  calendar: LetterCalendar | null
  /** What the organizers add to it. */
  words?: OrganizersWords | null
  /** Their own page, with the key: whoever has it sees and completes their details. */
  seatUrl: string
  /** Where the code shows how things stand. */
  statusUrl: string
}

/** To the person who goes: their own code and nothing of the order, which may be somebody else’s. */
export function ticket({
  language,
  event,
  ticket,
  calendar: enclosed,
  words = null,
  seatUrl,
  statusUrl,
}: TicketProps): Letter {
  const say = sayIn(language)
  const heading = say('mail.ticket.heading', { name: ticket.personName })
  const instructions = event.format === 'online' ? say('mail.ticket.bodyOnline') : say('mail.ticket.body')
  const code = say.value(ticket.code)
  const added = addedWords(words)
  const facts = [
    { label: say.t('mail.fact.name'), lines: [say.value(ticket.personName)] },
    { label: say.t('mail.fact.tickets', { count: 1 }), lines: [say.value(ticketName(ticket))] },
    eventFact(say, event),
    ...whenFacts(say, event),
    whereFact(say, event),
  ]
  const own = say('mail.ticket.own')
  const see = say('mail.ticket.see')
  const status = say('mail.ticket.status')
  const calendar = calendarNote(say, enclosed, 'added', event.calendarUrl)
  const questions = event.canReply ? say('mail.reply') : null
  const footer = say('mail.ticket.footer', { name: ticket.personName, event: event.title })
  return {
    subject: say.subject('mail.ticket.subject', { event: event.title, code: ticket.code }),
    html: layout(
      say,
      { preview: say('mail.ticket.preview', { code: ticket.code }), heading, event, footer },
      html`${lead(instructions)}${added.html}${codeBox(code)}${factTable(say, facts)}${button(own, seatUrl)}${paragraph(link(see, event.url))}${paragraph(link(status, statusUrl))}${calendar.html}${questions && paragraph(questions)}`,
    ),
    text: plainText(
      say,
      [
        heading,
        instructions,
        ...added.text,
        indented(code),
        factBlock(facts),
        linkBlock(say, own, seatUrl),
        linkBlock(say, see, event.url),
        linkBlock(say, status, statusUrl),
        ...calendar.text,
        questions,
      ],
      footer,
    ),
  }
}
