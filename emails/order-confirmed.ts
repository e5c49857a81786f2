import { addedWords, type OrganizersWords } from './broadcast.ts'
import { calendarNote, type LetterCalendar } from './calendar-note.ts'
import type { MailEvent, MailOrder } from './event.ts'
import {
  amount,
  dayOf,
  eventFact,
  type Fact,
  factTable,
  orderFact,
  ticketName,
  ticketOf,
  whenFacts,
  whereFact,
} from './facts.ts'
import { button, codeBox, type Letter, lead, layout, link, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { type MailPayment, paymentFacts } from './payment-facts.ts'
import { type Phrase, type Say, sayIn } from './phrase.ts'
import { factBlock, indented, linkBlock, plainText } from './plain-text.ts'

export interface OrderConfirmedProps {
  language: string
  event: MailEvent
  order: MailOrder
  /** How to pay what is due, where there is no payment page. */
  payment?: MailPayment | null
  calendar: LetterCalendar | null
  /** What the organizers add to it. */
  words?: OrganizersWords | null
}

export function orderConfirmed(props: OrderConfirmedProps): Letter {
  const { language, event, order, payment = null, words = null } = props
  const say = sayIn(language)
  const count = order.tickets.length
  const heading = headingOf(say, event, order)
  const added = addedWords(words)
  const confirmed =
    order.paid && !order.due ? say('mail.confirmed.paid', { count }) : say('mail.confirmed.free', { count })
  const atDesk = say('mail.confirmed.atDesk', { count })
  const code = count === 1 ? say.value(order.tickets[0]!.code) : null
  const facts = [
    ...ticketFacts(say, order),
    eventFact(say, event),
    ...whenFacts(say, event),
    whereFact(say, event),
    ...moneyFacts(say, order),
    ...(order.due && payment ? paymentFacts(say, { due: order.due, code: order.code, payment, event }).slice(1) : []),
    orderFact(say, order.code),
  ]
  const pay = order.due && !payment ? say('mail.awaitingPayment.pay', { amount: amount(say, order.due) }) : null
  const see = pay ?? say(order.due ? 'mail.reminder.see' : 'mail.confirmed.see')
  const receipt = order.paid ? say('mail.confirmed.receipt') : null
  const calendar = calendarNote(say, props.calendar, 'added', order.calendarUrl)
  const cancelling = event.cancellationNote ? say.value(event.cancellationNote, event.titleLanguage) : null
  const questions = event.canReply ? say('mail.reply') : null
  const footer = say('mail.footer', { name: order.ordererName, event: event.title })
  const unnamed = order.tickets.some(({ personName }) => personName === '') ? say('mail.confirmed.unnamed') : null
  const notes = [cancelling, questions].filter((note) => note !== null)
  return {
    subject: say.subject('mail.confirmed.subject', { event: event.title, code: order.code }),
    html: layout(
      say,
      { preview: confirmed, heading, event, footer },
      html`${lead(confirmed)}${added.html}${paragraph(atDesk)}${code && codeBox(code)}${factTable(say, facts)}${button(see, order.url)}${receipt && paragraph(link(receipt, order.receiptUrl))}${unnamed && paragraph(unnamed)}${calendar.html}${notes.map(paragraph)}`,
    ),
    text: plainText(
      say,
      [
        heading,
        confirmed,
        ...added.text,
        atDesk,
        code && indented(code),
        factBlock(facts),
        linkBlock(say, see, order.url),
        receipt && linkBlock(say, receipt, order.receiptUrl),
        unnamed,
        ...calendar.text,
        ...notes,
      ],
      footer,
    ),
  }
}

function headingOf(say: Say, event: MailEvent, order: MailOrder): Phrase {
  const name = order.ordererName
  if (!order.isOrdererGoing) return say('mail.confirmed.headingForOthers', { name })
  return event.city && event.format !== 'online'
    ? say('mail.confirmed.headingGoing', { name, city: event.city })
    : say('mail.confirmed.heading', { name })
}

/** One ticket: its kind; the code stands above. Several: each person with the kind and the code. */
function ticketFacts(say: Say, { tickets }: MailOrder): Fact[] {
  if (tickets.length === 1)
    return [
      { label: say.t('mail.fact.name'), lines: [say.value(tickets[0]!.personName || say.t('order.unnamed'))] },
      { label: say.t('mail.fact.tickets', { count: 1 }), lines: [say.value(ticketName(tickets[0]!))] },
    ]
  return tickets.map((ticket) => ({
    label: ticket.code,
    isCode: true,
    lines: [ticketOf(say, ticket)],
  }))
}

function moneyFacts(say: Say, { paid, paidAt, paymentMethod, due }: MailOrder): Fact[] {
  const facts: Fact[] = []
  if (paid) {
    const key = paymentMethod === 'card' ? 'mail.paidByCard' : 'mail.paidOn'
    const values = { amount: amount(say, paid), day: paidAt ? dayOf(say, paidAt) : '' }
    facts.push({ label: say.t('mail.fact.paid'), lines: [say(key, values)] })
  }
  if (due) facts.push({ label: say.t('mail.fact.toPay'), lines: [say.value(amount(say, due))] })
  return facts
}
