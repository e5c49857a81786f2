import type { MailEvent } from './event.ts'
import { eventFact, factTable, whenFacts, whereFact } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import { type MailWaiting, waitingFooter, wishFacts } from './waiting-facts.ts'

export interface WaitingListJoinedProps {
  language: string
  event: MailEvent
  waiting: MailWaiting
  /** As it was on joining; null for whose money is here, who come before everybody. */
  position: { place: number; of: number; seatsBefore: number } | null
}

export function waitingListJoined({ language, event, waiting, position }: WaitingListJoinedProps): Letter {
  const say = sayIn(language)
  const heading = say('waiting.mail.joined.heading', { name: waiting.name })
  const where = position
    ? position.place === 1
      ? say('waiting.mail.joined.first')
      : say('waiting.mail.joined.place', position)
    : say('waiting.mail.joined.late')
  const next = position ? say('waiting.mail.joined.next') : null
  const facts = [
    ...wishFacts(say, waiting, event),
    eventFact(say, event),
    ...whenFacts(say, event),
    whereFact(say, event),
  ]
  const see = say('waiting.mail.joined.see')
  const questions = event.canReply ? say('mail.reply') : null
  const footer = waitingFooter(say, waiting, event)
  return {
    subject: say.subject('waiting.mail.joined.subject', { event: event.title, code: waiting.code }),
    html: layout(
      say,
      { preview: where, heading, event, footer },
      html`${lead(where)}${next && paragraph(next)}${factTable(say, facts)}${button(see, waiting.url)}${questions && paragraph(questions)}`,
    ),
    text: plainText(say, [heading, where, next, factBlock(facts), linkBlock(say, see, waiting.url), questions], footer),
  }
}
