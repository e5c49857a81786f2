import type { MailEvent } from './event.ts'
import { dayOf, deadline, eventFact, factTable } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import type { Instant } from '#app/values/moment.ts'

export interface ReviewerAssignedProps {
  language: string
  event: MailEvent
  /** The title of the call. */
  call: string
  /** How many wait for a score. */
  count: number
  untilAt: Instant | null
  zone: string
  isBlind: boolean
  isReminder: boolean
  recipientName: string
  /** Their queue: reached by signing in. */
  url: string
}

/** To a reviewer: so many applications to score, by then. */
export function reviewerAssigned(props: ReviewerAssignedProps): Letter {
  const { language, event, call, count, untilAt, zone, isBlind, isReminder, recipientName, url } = props
  const say = sayIn(language)
  const heading = say('reviewing.mail.heading', { name: recipientName })
  const body = say(isReminder ? 'reviewing.mail.reminder' : 'reviewing.mail.body', { count, call })
  const facts = [
    { label: say.t('reviewing.call'), lines: [say.value(call)] },
    ...(untilAt ? [{ label: say.t('reviewing.until'), lines: deadline(say, untilAt, { zone }) }] : []),
    eventFact(say, event),
  ]
  const how = say('reviewing.mail.how')
  const blind = isBlind ? say('reviewing.mail.blind') : null
  const recusal = say('reviewing.mail.recusal')
  const open = say('reviewing.mail.open')
  const footer = say('reviewing.mail.footer', { call, event: event.title })
  return {
    subject: untilAt
      ? say.subject('reviewing.mail.subjectBy', { count, day: dayOf(say, untilAt), call })
      : say.subject('reviewing.mail.subject', { count, call }),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${factTable(say, facts)}${button(open, url)}${paragraph(how)}${blind && paragraph(blind)}${paragraph(recusal)}`,
    ),
    text: plainText(say, [heading, body, factBlock(facts), linkBlock(say, open, url), how, blind, recusal], footer),
  }
}
