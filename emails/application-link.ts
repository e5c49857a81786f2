import type { MailEvent } from './event.ts'
import { deadline, eventFact, type Fact, factTable, whenFacts } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import type { Instant } from '#app/values/moment.ts'

export interface ApplicationLinkProps {
  language: string
  event: MailEvent
  application: {
    name: string
    code: string
    call: string
    /** With the key: who has it can read and change it. */
    url: string
    isDraft: boolean
    untilAt: Instant | null
    untilZone: string
  }
}

/** To somebody for whom an organizer has written down an application: the link to it. */
export function applicationLink({ language, event, application }: ApplicationLinkProps): Letter {
  const say = sayIn(language)
  const { name, code, call, url, isDraft, untilAt, untilZone } = application
  const heading = say('applicants.mail.heading', { name })
  const body = say('applicants.mail.body', { call })
  const next = say(isDraft ? 'applicants.mail.draft' : 'applicants.mail.submitted')
  const facts: Fact[] = [
    { label: say.t('applicants.mail.code'), lines: [say.value(code)] },
    ...(untilAt === null
      ? []
      : [
          {
            label: say.t('applicants.mail.until'),
            lines: deadline(say, lastMinuteOf(untilAt, untilZone), { zone: untilZone }),
          },
        ]),
    eventFact(say, event),
    ...whenFacts(say, event),
  ]
  const open = say(isDraft ? 'applicants.mail.continue' : 'applicants.mail.open')
  const questions = event.canReply ? say('mail.reply') : null
  const footer = say('applicants.mail.footer', { event: event.title })
  return {
    subject: say.subject('applicants.mail.subject', { event: event.title, code }),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${paragraph(next)}${factTable(say, facts)}${button(open, url)}${questions && paragraph(questions)}`,
    ),
    text: plainText(say, [heading, body, next, factBlock(facts), linkBlock(say, open, url), questions], footer),
  }
}
