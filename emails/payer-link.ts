import type { MailEvent } from './event.ts'
import { eventFact, factTable, orderFact, whenFacts } from './facts.ts'
import { button, type Letter, lead, layout } from './layout.ts'
import { html } from './markup.ts'
import { type MailPayment, paymentFacts } from './payment-facts.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import type { Money } from '#app/values/money.ts'

export interface PayerLinkProps {
  language: string
  event: MailEvent
  /** Of the order. */
  code: string
  due: Money
  payment: MailPayment | null
  /** The payer's page, with its key. */
  url: string
}

/** To who pays and does not attend: what is to pay, and nothing of the people on the order. */
export function payerLink({ language, event, code, due, payment, url }: PayerLinkProps): Letter {
  const say = sayIn(language)
  const heading = say('mail.payerLink.heading', { event: event.title })
  const body = say('mail.payerLink.body')
  const facts = [
    ...paymentFacts(say, { due, code, payment, event }),
    eventFact(say, event),
    ...whenFacts(say, event),
    orderFact(say, code),
  ]
  const see = say('mail.payerLink.see')
  const footer = say('mail.payerLink.footer', { event: event.title })
  return {
    subject: say.subject('mail.payerLink.subject', { event: event.title, code }),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${factTable(say, facts)}${button(see, url)}`,
    ),
    text: plainText(say, [heading, body, factBlock(facts), linkBlock(say, see, url)], footer),
  }
}
