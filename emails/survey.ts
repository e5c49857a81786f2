import type { MailEvent } from './event.ts'
import { deadline, eventFact, factTable } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import type { Instant } from '#app/values/moment.ts'

export interface SurveyProps {
  language: string
  event: MailEvent
  personName: string
  kind: 'before' | 'daily' | 'end' | 'impact'
  /** In the reader's language where the organizers wrote it. */
  title: string
  isAnonymous: boolean
  /** The survey's page, with the person's key. */
  url: string
  until: Instant
  /** Asked before, and not answered yet. */
  isReminder: boolean
}

/** To the person on a seat: a survey, what it is for, whether their name is kept, until when, and where to answer. */
export function survey({
  language,
  event,
  personName,
  kind,
  title,
  isAnonymous,
  url,
  until,
  isReminder,
}: SurveyProps): Letter {
  const say = sayIn(language)
  const heading = say(isReminder ? 'mail.survey.reminderHeading' : `mail.survey.heading.${kind}`, { name: personName })
  const body = say(`mail.survey.body.${kind}`)
  const promise = say(isAnonymous ? 'mail.survey.anonymous' : 'mail.survey.named')
  const facts = [eventFact(say, event), { label: say.t('mail.fact.answerUntil'), lines: deadline(say, until, event) }]
  const open = say('mail.survey.open')
  const own = say('mail.survey.own')
  const reply = event.canReply ? say('mail.reply') : null
  const footer = say('mail.ticket.footer', { name: personName, event: event.title })
  const subject = isReminder ? 'mail.survey.reminderSubject' : 'mail.survey.subject'
  return {
    subject: say.subject(subject, { title, event: event.title }),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${paragraph(promise)}${factTable(say, facts)}${button(open, url)}${paragraph(own)}${reply && paragraph(reply)}`,
    ),
    text: plainText(say, [heading, body, promise, factBlock(facts), linkBlock(say, open, url), own, reply], footer),
  }
}
