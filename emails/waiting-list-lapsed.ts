import type { MailEvent } from './event.ts'
import { deadline, eventFact, factTable, whenFacts } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import { codeFact, type MailWaiting, waitingFooter } from './waiting-facts.ts'
import type { Instant } from '#app/values/moment.ts'

export interface WaitingListLapsedProps {
  language: string
  event: MailEvent
  waiting: MailWaiting
  seats: number
  untilAt: Instant
  joinUrl: string
}

export function waitingListLapsed(props: WaitingListLapsedProps): Letter {
  const { language, event, waiting, seats: count, untilAt, joinUrl } = props
  const say = sayIn(language)
  const heading = say('waiting.mail.lapsed.heading', { count })
  const over = say('waiting.mail.lapsed.body')
  const facts = [
    { label: say.t('mail.fact.wasHeldUntil'), lines: deadline(say, untilAt, event) },
    eventFact(say, event),
    ...whenFacts(say, event),
    codeFact(say, waiting.code),
  ]
  const again = say('waiting.mail.lapsed.again')
  const questions = event.canReply ? say('mail.reply') : null
  const footer = waitingFooter(say, waiting, event)
  return {
    subject: say.subject('waiting.mail.lapsed.subject', { event: event.title, code: waiting.code }),
    html: layout(
      say,
      { preview: over, heading, event, footer },
      html`${lead(over)}${factTable(say, facts)}${button(again, joinUrl)}${questions && paragraph(questions)}`,
    ),
    text: plainText(say, [heading, over, factBlock(facts), linkBlock(say, again, joinUrl), questions], footer),
  }
}
