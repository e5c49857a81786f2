import type { MailEvent } from './event.ts'
import { eventFact, type Fact, factTable } from './facts.ts'
import { button, layout, lead, type Letter, link, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import { formatMoment } from '#app/values/dates.ts'
import type { Instant } from '#app/values/moment.ts'

export type CertificateNews = 'name' | 'issued' | 'reissued' | 'revoked'

export interface CertificateNewsProps {
  language: string
  event: MailEvent
  news: CertificateNews
  /** To whom it is. */
  to: string
  /** As it stands on the certificate. */
  name: string
  latinName: string
  /** Until when the name can be corrected. */
  until: Instant | null
  serial: string
  /** Where anybody checks it; '' before it is issued. */
  checkUrl: string
  reason: string
  /** With the key of the seat, or where anybody looks. */
  url: string
  /** A survey that is still to be answered. */
  feedbackUrl: string | null
}

/** What the bearer of a certificate hears of it: the name to look at, that it is there, corrected or revoked. */
export function certificateNews(props: CertificateNewsProps): Letter {
  const { language, event, news, to, until, serial, url, feedbackUrl } = props
  const say = sayIn(language)
  const key = `certificate.mail.${news}` as const
  const values = { event: event.title, serial }
  const heading = say(`${key}.heading`, values)
  const body = say(`${key}.body`, values)
  const act = say(`${key}.do`)
  const fact = (label: 'name' | 'latinName' | 'until' | 'serial' | 'check' | 'reason', text: string): Fact[] =>
    text === '' ? [] : [{ label: say.t(`certificate.mail.facts.${label}`), lines: [say.value(text)] }]
  const facts = [
    eventFact(say, event),
    ...fact('name', props.name),
    ...fact('latinName', props.latinName),
    ...fact('until', until === null ? '' : formatMoment(until, event.zone, say.language)),
    ...fact('serial', serial),
    ...fact('check', props.checkUrl),
    ...fact('reason', props.reason),
  ]
  const more =
    feedbackUrl === null ? null : { text: say('certificate.mail.feedback'), act: say('certificate.mail.feedbackDo') }
  const footer = say('certificate.mail.footer', { name: to, event: event.title })
  return {
    subject: say.subject(`${key}.subject`, values),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${factTable(say, facts)}${button(act, url)}${
        more ? html`${paragraph(more.text)}${paragraph(link(more.act, feedbackUrl!))}` : ''
      }`,
    ),
    text: plainText(
      say,
      [
        heading,
        body,
        factBlock(facts),
        linkBlock(say, act, url),
        ...(more ? [more.text, linkBlock(say, more.act, feedbackUrl!)] : []),
      ],
      footer,
    ),
  }
}
