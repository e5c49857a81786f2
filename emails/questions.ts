import type { MailEvent } from './event.ts'
import { deadline, eventFact, factTable } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import type { Instant } from '#app/values/moment.ts'

export interface QuestionsProps {
  language: string
  event: MailEvent
  personName: string
  /** The page of the questions, with the person's key. */
  url: string
  until: Instant
  /** Asked before, and not answered yet. */
  isReminder: boolean
}

/** To the person on a seat: the organizers ask something, until when, and where to answer. */
export function questions({ language, event, personName, url, until, isReminder }: QuestionsProps): Letter {
  const say = sayIn(language)
  const heading = say(isReminder ? 'mail.questions.reminderHeading' : 'mail.questions.heading', { name: personName })
  const body = say(isReminder ? 'mail.questions.reminderBody' : 'mail.questions.body')
  const facts = [eventFact(say, event), { label: say.t('mail.fact.answerUntil'), lines: deadline(say, until, event) }]
  const open = say('mail.questions.open')
  const change = say('mail.questions.change')
  const reply = event.canReply ? say('mail.reply') : null
  const footer = say('mail.ticket.footer', { name: personName, event: event.title })
  const subject = isReminder ? 'mail.questions.reminderSubject' : 'mail.questions.subject'
  return {
    subject: say.subject(subject, { event: event.title }),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${factTable(say, facts)}${button(open, url)}${paragraph(change)}${reply && paragraph(reply)}`,
    ),
    text: plainText(say, [heading, body, factBlock(facts), linkBlock(say, open, url), change, reply], footer),
  }
}
