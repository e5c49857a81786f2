import type { MailEvent, MailOrder } from './event.ts'
import { amount, eventFact, factTable, orderFact, ticketsFact, whenFacts, whereFact } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import type { Money } from '#app/values/money.ts'

export interface LatePaymentProps {
  language: string
  event: MailEvent
  order: MailOrder
  received: Money
}

/** Money came after the hold was over and no seat was free: nothing is decided for the person. */
export function latePayment({ language, event, order, received }: LatePaymentProps): Letter {
  const say = sayIn(language)
  const sum = amount(say, received)
  const heading = say('mail.late.heading')
  const arrived = say('mail.late.body', { amount: sum })
  const choice = event.canReply ? say('mail.late.choice') : say('mail.late.choiceWithoutReply')
  const safe = say('mail.late.safe')
  const facts = [
    { label: say.t('mail.fact.received'), lines: [say.value(sum)] },
    eventFact(say, event),
    ...whenFacts(say, event),
    whereFact(say, event),
    ticketsFact(say, order.tickets),
    orderFact(say, order.code),
  ]
  const see = say('mail.lapsed.see')
  const footer = say('mail.footer', { name: order.ordererName, event: event.title })
  return {
    subject: say.subject('mail.late.subject', { event: event.title, code: order.code }),
    html: layout(
      say,
      { preview: arrived, heading, event, footer },
      html`${lead(arrived)}${paragraph(choice)}${factTable(say, facts)}${button(see, order.url)}${paragraph(safe)}`,
    ),
    text: plainText(say, [heading, arrived, choice, factBlock(facts), linkBlock(say, see, order.url), safe], footer),
  }
}
