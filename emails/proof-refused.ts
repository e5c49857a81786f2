import type { MailEvent, MailTicket } from './event.ts'
import { eventFact, factTable, ticketName } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'

export interface ProofRefusedProps {
  language: string
  event: MailEvent
  ticket: MailTicket
  /** In the organizers' words. */
  reason: string
  /** The person's own page, with their key. */
  url: string
}

/** To whom a ticket was meant for others: why, and what can be done now. */
export function proofRefused({ language, event, ticket, reason, url }: ProofRefusedProps): Letter {
  const say = sayIn(language)
  const heading = say('mail.proofRefused.heading', { name: ticket.personName })
  const body = say('mail.proofRefused.body')
  const facts = [
    { label: say.t('mail.proofRefused.why'), lines: [say.value(reason)] },
    { label: say.t('mail.fact.tickets', { count: 1 }), lines: [say.value(ticketName(ticket))] },
    eventFact(say, event),
  ]
  const next = say('mail.proofRefused.next')
  const open = say('mail.proofRefused.open')
  const reply = event.canReply ? say('mail.proofRefused.reply') : null
  const footer = say('mail.ticket.footer', { name: ticket.personName, event: event.title })
  return {
    subject: say.subject('mail.proofRefused.subject', { event: event.title }),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${factTable(say, facts)}${paragraph(next)}${button(open, url)}${reply && paragraph(reply)}`,
    ),
    text: plainText(say, [heading, body, factBlock(facts), next, linkBlock(say, open, url), reply], footer),
  }
}
