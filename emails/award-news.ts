import type { MailEvent } from './event.ts'
import { amount, eventFact, type Fact, factTable } from './facts.ts'
import { button, layout, lead, type Letter } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import { formatDay } from '#app/values/dates.ts'
import type { Money } from '#app/values/money.ts'

export type AwardNews = 'visaCheck' | 'receiptsDue' | 'reimbursed' | 'receiptRefused' | 'reportDue'

export interface AwardNewsProps {
  language: string
  event: MailEvent
  news: AwardNews
  name: string
  /** By when something is due. */
  dueOn: string | null
  /** What was paid, or claimed. */
  money: Money | null
  reference: string
  reason: string
  /** With the key, where the holder does what is asked. */
  url: string
}

/** What the holder of an award hears of it: what is due, and what was paid or could not be. */
export function awardNews(props: AwardNewsProps): Letter {
  const { language, event, news, name, dueOn, money, reference, reason, url } = props
  const say = sayIn(language)
  const key = `award.mail.${news}` as const
  const day = dueOn === null ? '' : formatDay(dueOn, say.language)
  const values = { name, day, amount: money === null ? '' : amount(say, money), event: event.title }
  const heading = say(`${key}.heading`, values)
  const body = say(`${key}.body`, values)
  const act = say(`${key}.do`)
  const fact = (label: 'due' | 'amount' | 'reference' | 'reason', text: string): Fact[] =>
    text === '' ? [] : [{ label: say.t(`award.mail.facts.${label}`), lines: [say.value(text)] }]
  const facts = [
    eventFact(say, event),
    ...fact('due', day),
    ...fact('amount', values.amount),
    ...fact('reference', reference),
    ...fact('reason', reason),
  ]
  const footer = say('award.mail.footer', { name, event: event.title })
  return {
    subject: say.subject(`${key}.subject`, values),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${factTable(say, facts)}${button(act, url)}`,
    ),
    text: plainText(say, [heading, body, factBlock(facts), linkBlock(say, act, url)], footer),
  }
}
