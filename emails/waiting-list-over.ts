import type { MailEvent } from './event.ts'
import { eventFact, factTable, whenFacts } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import { codeFact, type MailWaiting, waitingFooter } from './waiting-facts.ts'

const WHYS = ['event-cancelled', 'list-closed', 'too-late', 'removed'] as const

type WhyOver = (typeof WHYS)[number]

export function isWhyOver(why: string | undefined): why is WhyOver {
  return WHYS.some((one) => one === why)
}

export interface WaitingListOverProps {
  language: string
  event: MailEvent
  waiting: MailWaiting
  why: WhyOver
}

export function waitingListOver({ language, event, waiting, why }: WaitingListOverProps): Letter {
  const say = sayIn(language)
  const heading = say(`waiting.mail.over.heading.${why}`, { event: event.title })
  const over = say(`waiting.mail.over.body.${why}`)
  const facts = [eventFact(say, event), ...whenFacts(say, event), codeFact(say, waiting.code)]
  const see = say('waiting.mail.over.see')
  const questions = event.canReply ? say('mail.reply') : null
  const footer = waitingFooter(say, waiting, event)
  return {
    subject: say.subject('waiting.mail.over.subject', { event: event.title, code: waiting.code }),
    html: layout(
      say,
      { preview: over, heading, event, footer },
      html`${lead(over)}${factTable(say, facts)}${button(see, event.url)}${questions && paragraph(questions)}`,
    ),
    text: plainText(say, [heading, over, factBlock(facts), linkBlock(say, see, event.url), questions], footer),
  }
}
