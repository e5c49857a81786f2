import { calendarNote, type LetterCalendar } from './calendar-note.ts'
import type { MailEvent, MailOrder } from './event.ts'
import { amount, deadline, eventFact, factTable, orderFact, ticketsFact, whenFacts, whereFact } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { type MailPayment, paymentFacts } from './payment-facts.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import type { Money } from '#app/values/money.ts'
import type { Instant } from '#app/values/moment.ts'

export interface OrderAwaitingPaymentProps {
  language: string
  event: MailEvent
  order: MailOrder
  /** How to pay, where there is no payment page. */
  payment: MailPayment | null
  due: Money
  heldUntil: Instant
  calendar: LetterCalendar | null
}

export function orderAwaitingPayment({
  language,
  event,
  order,
  payment,
  due,
  heldUntil,
  calendar: enclosed,
}: OrderAwaitingPaymentProps): Letter {
  const say = sayIn(language)
  const count = order.tickets.length
  const heading = say('mail.awaitingPayment.heading', { count })
  const held = payment?.needsApproval
    ? say('mail.awaitingPayment.approval')
    : say('mail.awaitingPayment.body', { count })
  // One date is asked for; that seats are kept a little longer is grace.
  const dueAt = payment?.dueAt ?? null
  const until = deadline(say, dueAt ?? heldUntil, event)
  const facts = [
    ...paymentFacts(say, { due, code: order.code, payment, event }),
    ...(dueAt === null ? [{ label: say.t('mail.fact.heldUntil'), lines: until }] : []),
    eventFact(say, event),
    ...whenFacts(say, event),
    whereFact(say, event),
    ticketsFact(say, order.tickets),
    orderFact(say, order.code),
  ]
  const pay = payment ? say('mail.reminder.see') : say('mail.awaitingPayment.pay', { amount: amount(say, due) })
  const afterwards = say('mail.awaitingPayment.afterwards', { count })
  const calendar = calendarNote(say, enclosed, 'held', order.calendarUrl)
  const questions = event.canReply ? say('mail.reply') : null
  const footer = say('mail.footer', { name: order.ordererName, event: event.title })
  return {
    subject: say.subject('mail.awaitingPayment.subject', { event: event.title, code: order.code }),
    html: layout(
      say,
      { preview: say('mail.awaitingPayment.preview', { until: until[0]!.text }), heading, event, footer },
      html`${lead(held)}${factTable(say, facts)}${button(pay, order.url)}${paragraph(afterwards)}${calendar.html}${questions && paragraph(questions)}`,
    ),
    text: plainText(
      say,
      [heading, held, factBlock(facts), linkBlock(say, pay, order.url), afterwards, ...calendar.text, questions],
      footer,
    ),
  }
}
