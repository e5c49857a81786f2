import { calendarNote, type LetterCalendar } from './calendar-note.ts'
import type { MailEvent } from './event.ts'
import { amount, deadline, eventFact, factTable, whenFacts, whereFact } from './facts.ts'
import { button, type Letter, lead, layout, link, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import { codeFact, type MailWaiting, waitingFooter } from './waiting-facts.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'

export interface WaitingListOfferProps {
  language: string
  event: MailEvent
  waiting: MailWaiting
  seats: number
  untilAt: Instant
  /** `price` of one seat, null for free. */
  ticket: { name: string; price: Money | null }
  /** With the key: whoever has it can take the seats. */
  takeUrl: string
  /** What of the party goes on waiting, and where. */
  kept: { seats: number; url: string } | null
  /** Of the deadline. */
  calendar: LetterCalendar | null
}

export function waitingListOffer(props: WaitingListOfferProps): Letter {
  const { language, event, waiting, seats: count, untilAt, ticket, takeUrl, kept } = props
  const say = sayIn(language)
  const heading = say('waiting.mail.offer.heading', { count, name: waiting.name })
  const held = say('waiting.mail.offer.body', { count })
  const facts = [
    { label: say.t('mail.fact.heldUntil'), lines: deadline(say, untilAt, event) },
    {
      label: say.t('waiting.mail.offer.ticket'),
      lines: [
        say('waiting.mail.offer.seats', { count, ticket: ticket.name }),
        ticket.price
          ? say('waiting.mail.offer.price', { amount: amount(say, ticket.price) })
          : say('waiting.mail.offer.free'),
      ],
    },
    eventFact(say, event),
    ...whenFacts(say, event),
    whereFact(say, event),
    codeFact(say, waiting.code),
  ]
  const take = say('waiting.mail.offer.take', { count })
  const once = say('waiting.mail.offer.once')
  const decline = say('waiting.mail.offer.decline')
  const rest = kept && say('waiting.mail.offer.rest', { count: kept.seats })
  const calendar = calendarNote(say, props.calendar, 'deadline')
  const footer = waitingFooter(say, waiting, event)
  return {
    subject: say.subject('waiting.mail.offer.subject', { count, event: event.title, code: waiting.code }),
    html: layout(
      say,
      { preview: held, heading, event, footer },
      html`${lead(held)}${factTable(say, facts)}${button(take, takeUrl)}${paragraph(once)}${paragraph(link(decline, waiting.url))}${kept && rest && paragraph(link(rest, kept.url))}${calendar.html}`,
    ),
    text: plainText(
      say,
      [
        heading,
        held,
        factBlock(facts),
        linkBlock(say, take, takeUrl),
        once,
        linkBlock(say, decline, waiting.url),
        kept && rest && linkBlock(say, rest, kept.url),
        ...calendar.text,
      ],
      footer,
    ),
  }
}
