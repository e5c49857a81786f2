import { admissionFooter, callFacts, type MailAdmission, whatFor } from './admission-parts.ts'
import type { MailEvent } from './event.ts'
import { amount, eventFact, factTable, whenFacts, whereFact } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import type { Money } from '#app/values/money.ts'

export interface AdmissionAcceptedProps {
  language: string
  event: MailEvent
  admission: MailAdmission
  /** With the key; null where the offer made no registration. */
  orderUrl: string | null
  /** What is left to pay. */
  due: Money | null
}

/** That a place is confirmed, and the next four steps, numbered. */
export function admissionAccepted({ language, event, admission, orderUrl, due }: AdmissionAcceptedProps): Letter {
  const say = sayIn(language)
  const heading = say('admission.mail.accepted.heading', { name: admission.name })
  const body = say('admission.mail.accepted.body')
  const first = due
    ? { label: say('admission.mail.accepted.pay', { amount: amount(say, due) }), url: orderUrl ?? admission.url }
    : orderUrl
      ? { label: say('admission.mail.accepted.paid'), url: orderUrl }
      : { label: say('admission.mail.accepted.noOrder'), url: admission.url }
  const steps = [
    first.label,
    say('admission.mail.accepted.visa'),
    say('admission.mail.accepted.details'),
    say('admission.mail.accepted.prepare'),
  ]
  const facts = [...callFacts(say, admission), eventFact(say, event), ...whenFacts(say, event), whereFact(say, event)]
  const see = orderUrl ? say('admission.toOrder') : say('admission.mail.see')
  const questions = event.canReply ? say('mail.reply') : null
  const footer = admissionFooter(say, admission)
  const what = whatFor(admission)
  return {
    subject: say.subject('admission.mail.accepted.subject', { what, steps: steps.length, code: admission.code }),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${steps.map((step, at) => paragraph(html`${at + 1}. ${step}.`))}${button(see, first.url)}${factTable(say, facts)}${questions && paragraph(questions)}`,
    ),
    text: plainText(
      say,
      [
        heading,
        body,
        ...steps.map((step, at) => ({ html: step.html, text: `${at + 1}. ${step.text}.` })),
        linkBlock(say, see, first.url),
        linkBlock(say, say('admission.mail.see'), admission.url),
        factBlock(facts),
        questions,
      ],
      footer,
    ),
  }
}
