import type { MailEvent } from './event.ts'
import { deadline, eventFact, factTable, whenFact } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import type { Instant } from '#app/values/moment.ts'

/** How many seats of a list may still come to nothing, and why. */
export interface RosterRisks {
  visa: number
  unpaid: number
  unanswered: number
  unnamed: number
}

export interface RosterSoonProps extends RosterRisks {
  language: string
  event: MailEvent
  recipientName: string
  /** When it is frozen. */
  at: Instant
  /** The roster's page on the desk. */
  url: string
}

const RISKS = ['visa', 'unpaid', 'unanswered', 'unnamed'] as const

/** To organizers, two days before the list is frozen: what to look at. */
export function rosterSoon(props: RosterSoonProps): Letter {
  const { language, event, recipientName, at, url } = props
  const say = sayIn(language)
  const heading = say('roster.mail.soon.heading', { name: recipientName })
  const isClear = RISKS.every((risk) => props[risk] === 0)
  const body = say(isClear ? 'roster.mail.soon.clear' : 'roster.mail.soon.body')
  const facts = [
    { label: say.t('roster.mail.soon.at'), lines: deadline(say, at, event) },
    ...RISKS.filter((risk) => props[risk] > 0).map((risk) => ({
      label: say.t(`roster.risks.${risk}`),
      lines: [say('roster.people', { count: props[risk] })],
    })),
    eventFact(say, event),
    whenFact(say, event),
  ]
  const how = say('roster.mail.soon.how')
  const open = say('roster.mail.soon.open')
  const footer = say('roster.mail.soon.footer', { event: event.title })
  return {
    subject: say.subject('roster.mail.soon.subject', { count: props.visa }),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${factTable(say, facts)}${button(open, url)}${paragraph(how)}`,
    ),
    text: plainText(say, [heading, body, factBlock(facts), linkBlock(say, open, url), how], footer),
  }
}
