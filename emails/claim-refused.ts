import type { MailEvent, MailOrder } from './event.ts'
import { eventFact, orderFact, factTable, ticketsFact } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { type MailPayment, paymentFacts } from './payment-facts.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import type { Money } from '#app/values/money.ts'

export interface ClaimRefusedProps {
  language: string
  event: MailEvent
  order: MailOrder
  payment: MailPayment | null
  due: Money
  kind: 'paid' | 'purchase-order' | 'waiver'
  /** In the words of who decided. */
  reason: string
}

/** Somebody looked at what the payer told us, and could not agree. */
export function claimRefused({ language, event, order, payment, due, kind, reason }: ClaimRefusedProps): Letter {
  const say = sayIn(language)
  const heading = say(`mail.claimRefused.heading.${kind}`)
  const body = say('mail.claimRefused.body', { reason })
  const next = say('mail.claimRefused.next')
  const facts = [
    ...paymentFacts(say, { due, code: order.code, payment, event }),
    eventFact(say, event),
    ticketsFact(say, order.tickets),
    orderFact(say, order.code),
  ]
  const see = say('mail.reminder.see')
  const questions = event.canReply ? say('mail.reply') : null
  const footer = say('mail.footer', { name: order.ordererName, event: event.title })
  return {
    subject: say.subject('mail.claimRefused.subject', { event: event.title, code: order.code }),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${paragraph(next)}${factTable(say, facts)}${button(see, order.url)}${questions && paragraph(questions)}`,
    ),
    text: plainText(say, [heading, body, next, factBlock(facts), linkBlock(say, see, order.url), questions], footer),
  }
}
