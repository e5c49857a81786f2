import type { MailEvent, MailOrder } from './event.ts'
import { dayOf, eventFact, orderFact, factTable, ticketsFact, whenFacts } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { type MailPayment, paymentFacts } from './payment-facts.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import type { Money } from '#app/values/money.ts'
import type { Instant } from '#app/values/moment.ts'

export interface PaymentReminderProps {
  language: string
  event: MailEvent
  order: MailOrder
  payment: MailPayment | null
  due: Money
  dueAt: Instant
  /** Whether the seats go to others when nothing comes. */
  isHeld: boolean
}

/** The day on which the money is due comes near, or is here. */
export function paymentReminder({ language, event, order, payment, due, dueAt, isHeld }: PaymentReminderProps): Letter {
  const say = sayIn(language)
  const day = dayOf(say, dueAt)
  const heading = say('mail.reminder.heading', { day })
  const body = say('mail.reminder.body', { day })
  const afterwards = say(isHeld ? 'mail.reminder.held' : 'mail.reminder.confirmed')
  const facts = [
    ...paymentFacts(say, { due, code: order.code, payment, event }),
    eventFact(say, event),
    ...whenFacts(say, event),
    ticketsFact(say, order.tickets),
    orderFact(say, order.code),
  ]
  const see = say('mail.reminder.see')
  const crossed = say('mail.reminder.crossed')
  const footer = say('mail.footer', { name: order.ordererName, event: event.title })
  return {
    subject: say.subject('mail.reminder.subject', { event: event.title, code: order.code }),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${factTable(say, facts)}${button(see, order.url)}${paragraph(afterwards)}${paragraph(crossed)}`,
    ),
    text: plainText(
      say,
      [heading, body, factBlock(facts), linkBlock(say, see, order.url), afterwards, crossed],
      footer,
    ),
  }
}
