import type { MailEvent, MailOrder } from './event.ts'
import { amount, eventFact, orderFact, factTable, ticketsFact } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { type MailPayment, paymentFacts } from './payment-facts.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import type { Money } from '#app/values/money.ts'

export interface PaymentReceivedProps {
  language: string
  event: MailEvent
  order: MailOrder
  payment: MailPayment | null
  received: Money
  /** What is missing still. */
  due: Money
}

/** Part of the money has come. */
export function paymentReceived({ language, event, order, payment, received, due }: PaymentReceivedProps): Letter {
  const say = sayIn(language)
  const heading = say('mail.partPaid.heading')
  const body = say('mail.partPaid.body', { received: amount(say, received), due: amount(say, due) })
  const charges = say('mail.partPaid.charges')
  const facts = [
    { label: say.t('mail.fact.received'), lines: [say.value(amount(say, received))] },
    ...paymentFacts(say, { due, code: order.code, payment, event }),
    eventFact(say, event),
    ticketsFact(say, order.tickets),
    orderFact(say, order.code),
  ]
  const see = say('mail.reminder.see')
  const questions = event.canReply ? say('mail.reply') : null
  const footer = say('mail.footer', { name: order.ordererName, event: event.title })
  return {
    subject: say.subject('mail.partPaid.subject', { event: event.title, code: order.code }),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${factTable(say, facts)}${button(see, order.url)}${paragraph(charges)}${questions && paragraph(questions)}`,
    ),
    text: plainText(say, [heading, body, factBlock(facts), linkBlock(say, see, order.url), charges, questions], footer),
  }
}
