import type { MailEvent, MailOrder } from './event.ts'
import { deadline, eventFact, factTable, orderFact, ticketsFact, whenFacts, whereFact } from './facts.ts'
import { button, type Letter, lead, layout, link, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import type { Instant } from '#app/values/moment.ts'

export interface OrderLapsedProps {
  language: string
  event: MailEvent
  order: MailOrder
  heldUntil: Instant
}

export function orderLapsed({ language, event, order, heldUntil }: OrderLapsedProps): Letter {
  const say = sayIn(language)
  const count = order.tickets.length
  const heading = say('mail.lapsed.heading', { count })
  const lapsed = say('mail.lapsed.body', { count })
  const facts = [
    { label: say.t('mail.fact.wasHeldUntil'), lines: deadline(say, heldUntil, event) },
    eventFact(say, event),
    ...whenFacts(say, event),
    whereFact(say, event),
    ticketsFact(say, order.tickets),
    orderFact(say, order.code),
  ]
  const again = say('mail.lapsed.again')
  const see = say('mail.lapsed.see')
  const price = say('mail.lapsed.price')
  const ifPaid = say('mail.lapsed.ifPaid')
  const questions = event.canReply ? say('mail.reply') : null
  const footer = say('mail.footer', { name: order.ordererName, event: event.title })
  return {
    subject: say.subject('mail.lapsed.subject', { event: event.title, code: order.code }),
    html: layout(
      say,
      { preview: lapsed, heading, event, footer },
      html`${lead(lapsed)}${factTable(say, facts)}${button(again, event.registerUrl)}${paragraph(price)}${paragraph(ifPaid)}${paragraph(link(see, order.url))}${questions && paragraph(questions)}`,
    ),
    text: plainText(
      say,
      [
        heading,
        lapsed,
        factBlock(facts),
        linkBlock(say, again, event.registerUrl),
        price,
        ifPaid,
        linkBlock(say, see, order.url),
        questions,
      ],
      footer,
    ),
  }
}
