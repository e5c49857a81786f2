import type { MailEvent } from './event.ts'
import { deadline, eventFact, type Fact, factTable, whenFacts, whereFact } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import type { Instant } from '#app/values/moment.ts'

/** A request for a letter as its mails tell of it. */
export interface MailReference {
  kind: 'referee' | 'employer'
  /** Who was asked. */
  name: string
  applicant: string
  /** Of the call. */
  call: string
  /** With the key: who has it can write the letter. */
  url: string
  /** On the clock of the call; null where no end is set. */
  untilAt: Instant | null
  untilZone: string
}

export interface ReferenceProps {
  language: string
  event: MailEvent
  reference: MailReference
  about: 'asked' | 'reminder' | 'thanks'
}

/** To who is asked for a letter: please; please again; thank you. */
export function referenceLetter({ language, event, reference, about }: ReferenceProps): Letter {
  const say = sayIn(language)
  const { kind, name, applicant, call, url, untilAt, untilZone } = reference
  const heading = say(`reference.mail.${about}.heading`, { name, applicant })
  const body = say(`reference.mail.${about}.${kind}`, { applicant, call })
  const more = about === 'thanks' ? say('reference.mail.thanks.change') : say('reference.mail.minutes')
  const privacy = about === 'asked' ? say('reference.mail.privacy', { applicant }) : null
  const unknown = about === 'asked' ? say('reference.mail.unknown') : null
  const facts: Fact[] = [
    { label: say.t('reference.mail.applicant'), lines: [say.value(applicant)] },
    ...(untilAt === null
      ? []
      : [
          {
            label: say.t('reference.mail.until'),
            lines: deadline(say, lastMinuteOf(untilAt, untilZone), { zone: untilZone }),
          },
        ]),
    eventFact(say, event),
    ...whenFacts(say, event),
    whereFact(say, event),
  ]
  const open = say(about === 'thanks' ? 'reference.mail.thanks.open' : `reference.mail.open.${kind}`)
  const footer = say('reference.mail.footer', { applicant, event: event.title })
  return {
    subject: say.subject(`reference.mail.${about}.subject`, { applicant, event: event.title }),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${paragraph(more)}${factTable(say, facts)}${button(open, url)}${privacy && paragraph(privacy)}${unknown && paragraph(unknown)}`,
    ),
    text: plainText(say, [heading, body, more, factBlock(facts), linkBlock(say, open, url), privacy, unknown], footer),
  }
}
