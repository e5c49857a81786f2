import type { MailEvent, MailOrder } from './event.ts'
import { amount, eventFact, factTable, orderFact } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import type { Money } from '#app/values/money.ts'

export interface RefundSentProps {
  language: string
  event: MailEvent
  order: MailOrder
  returned: Money
  way: 'provider' | 'bank' | 'cash'
}

const BODY = {
  provider: 'change.mail.sentProvider',
  bank: 'change.mail.sentBank',
  cash: 'change.mail.sentCash',
} as const

/** Money has gone back to whoever placed the order. */
export function refundSent({ language, event, order, returned, way }: RefundSentProps): Letter {
  const say = sayIn(language)
  const sum = amount(say, returned)
  const heading = say('change.mail.sentHeading')
  const sent = say(BODY[way], { amount: sum })
  const facts = [
    { label: say.t('change.mail.returned'), lines: [say.value(sum)] },
    eventFact(say, event),
    orderFact(say, order.code),
  ]
  const see = say('change.mail.see')
  const questions = event.canReply ? say('mail.reply') : null
  const footer = say('mail.footer', { name: order.ordererName, event: event.title })
  return {
    subject: say.subject('change.mail.sentSubject', { event: event.title, code: order.code }),
    html: layout(
      say,
      { preview: sent, heading, event, footer },
      html`${lead(sent)}${factTable(say, facts)}${button(see, order.url)}${questions && paragraph(questions)}`,
    ),
    text: plainText(say, [heading, sent, factBlock(facts), linkBlock(say, see, order.url), questions], footer),
  }
}
