import type { MailEvent } from './event.ts'
import { deadline, type Fact, factTable } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import type { MailReference } from './reference.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'

export interface ReferenceDeclinedProps {
  language: string
  event: MailEvent
  reference: Omit<MailReference, 'url'>
  /** Where the applicant names somebody else; with the key. */
  url: string
}

/** To an applicant: who was asked cannot write. */
export function referenceDeclined({ language, event, reference, url }: ReferenceDeclinedProps): Letter {
  const say = sayIn(language)
  const { name, applicant, call, untilAt, untilZone } = reference
  const heading = say('reference.mail.declined.heading', { name })
  const body = say('reference.mail.declined.body', { name, call })
  const next = say('reference.mail.declined.next')
  const facts: Fact[] =
    untilAt === null
      ? []
      : [
          {
            label: say.t('reference.mail.until'),
            lines: deadline(say, lastMinuteOf(untilAt, untilZone), { zone: untilZone }),
          },
        ]
  const open = say('reference.mail.declined.open')
  const footer = say('reference.mail.declined.footer', { applicant, event: event.title })
  return {
    subject: say.subject('reference.mail.declined.subject', { name, event: event.title }),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${paragraph(next)}${facts.length > 0 && factTable(say, facts)}${button(open, url)}`,
    ),
    text: plainText(
      say,
      [heading, body, next, facts.length > 0 ? factBlock(facts) : null, linkBlock(say, open, url)],
      footer,
    ),
  }
}
