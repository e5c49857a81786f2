import { calendarNote, type LetterCalendar } from './calendar-note.ts'
import type { MailEvent, MailOrder } from './event.ts'
import { amount, eventFact, factTable, orderFact, whenFact, whereFact } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { organizersWord } from './organizers-word.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'

export interface EventCancelledProps {
  language: string
  event: MailEvent
  recipientName: string
  /** The reader's own order, when the mail goes to the person who placed it. */
  order: Pick<MailOrder, 'code' | 'url' | 'paid'> | null
  calendar: LetterCalendar | null
  /** What the organizers add in their own words. */
  word?: { text: string; language: string } | null
}

export function eventCancelled({
  language,
  event,
  recipientName,
  order,
  calendar: enclosed,
  word = null,
}: EventCancelledProps): Letter {
  const say = sayIn(language)
  const heading = say('mail.cancelled.heading', { event: event.title })
  const sorry = say('mail.cancelled.body')
  const own = organizersWord(say, word?.text ?? '', word?.language)
  const facts = [
    eventFact(say, event),
    { ...whenFact(say, event), label: say.t('mail.fact.wasPlanned') },
    whereFact(say, event),
    ...(order?.paid ? [{ label: say.t('mail.fact.paid'), lines: [say.value(amount(say, order.paid))] }] : []),
    ...(order ? [orderFact(say, order.code)] : []),
  ]
  const money = order?.paid ? say('mail.cancelled.money') : null
  const calendar = calendarNote(say, enclosed, 'changed')
  const see = order ? say('mail.cancelled.seeOrder') : say('mail.cancelled.seeEvent')
  const address = order ? order.url : event.url
  const questions = event.canReply ? say('mail.reply') : null
  const footer = say('mail.footer', { name: recipientName, event: event.title })
  return {
    subject: say.subject('mail.cancelled.subject', { event: event.title }),
    html: layout(
      say,
      { preview: sorry, heading, event, footer },
      html`${lead(sorry)}${own.html}${factTable(say, facts)}${button(see, address)}${money && paragraph(money)}${calendar.html}${questions && paragraph(questions)}`,
    ),
    text: plainText(
      say,
      [heading, sorry, ...own.text, factBlock(facts), linkBlock(say, see, address), money, ...calendar.text, questions],
      footer,
    ),
  }
}
