import {
  admissionFooter,
  callFacts,
  componentsFact,
  type MailAdmission,
  type MailComponent,
  ownFact,
  whatFor,
} from './admission-parts.ts'
import type { MailEvent } from './event.ts'
import { dayOf, deadline, eventFact, factTable, whenFacts, whereFact } from './facts.ts'
import { button, type Letter, lead, layout, link, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'

export interface AdmissionOfferProps {
  language: string
  event: MailEvent
  admission: MailAdmission
  isReminder: boolean
  untilAt: Instant
  components: MailComponent[]
  /** What is left to pay for the ticket, and in all with the costs that they stated; null for nothing. */
  ticket: Money | null
  own: Money | null
}

/** That a place is held, with what, until when; and once more when the end is near. */
export function admissionOffer(props: AdmissionOfferProps): Letter {
  const { language, event, admission, isReminder, untilAt, components, ticket, own } = props
  const say = sayIn(language)
  const kind = isReminder ? 'reminder' : 'offer'
  const heading = say(`admission.mail.${kind}.heading`, { name: admission.name })
  const body = say(`admission.mail.${kind}.body`)
  const facts = [
    { label: say.t('admission.mail.answerBy'), lines: deadline(say, untilAt, event) },
    ...callFacts(say, admission),
    ...componentsFact(say, components),
    ownFact(say, ticket, own),
    eventFact(say, event),
    ...whenFacts(say, event),
    whereFact(say, event),
  ]
  const answer = say('admission.mail.offer.answer')
  const each = say('admission.mail.offer.each')
  const see = say('admission.mail.see')
  const questions = event.canReply ? say('mail.reply') : null
  const footer = admissionFooter(say, admission)
  const values = { what: whatFor(admission), date: dayOf(say, untilAt), code: admission.code }
  return {
    subject: say.subject(`admission.mail.${kind}.subject`, values),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${factTable(say, facts)}${button(answer, admission.offerUrl)}${paragraph(each)}${paragraph(link(see, admission.url))}${questions && paragraph(questions)}`,
    ),
    text: plainText(
      say,
      [
        heading,
        body,
        factBlock(facts),
        linkBlock(say, answer, admission.offerUrl),
        each,
        linkBlock(say, see, admission.url),
        questions,
      ],
      footer,
    ),
  }
}
