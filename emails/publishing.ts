import type { MailEvent } from './event.ts'
import { deadline, eventFact, factTable, whenFact, whereFact } from './facts.ts'
import { button, type Letter, lead, layout } from './layout.ts'
import { html } from './markup.ts'
import { organizersWord } from './organizers-word.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import type { Instant } from '#app/values/moment.ts'

export type PublishingNews = 'asked' | 'agreed' | 'refused' | 'done' | 'failed'

export interface PublishingProps {
  language: string
  event: MailEvent
  news: PublishingNews
  recipientName: string
  askedName: string
  decidedName: string
  /** What whoever asked, or answered, has written. */
  words: string
  /** When it is to be published; null when there is no such time, or it is over. */
  publishAt: Instant | null
  deskUrl: string
}

/** For organizers: somebody asks that an event be published, and what became of that. */
export function publishing(props: PublishingProps): Letter {
  const { language, event, news, askedName, decidedName, publishAt } = props
  const say = sayIn(language)
  const heading = say(`mail.publishing.${news}.heading`, { event: event.title })
  const body = say(`mail.publishing.${news}.body`, { name: news === 'asked' ? askedName : decidedName })
  const words = organizersWord(say, props.words)
  const facts = [
    eventFact(say, event),
    whenFact(say, event),
    whereFact(say, event),
    ...(publishAt ? [{ label: say.t('mail.publishing.time'), lines: deadline(say, publishAt, event) }] : []),
  ]
  const open = say(news === 'asked' ? 'mail.publishing.look' : 'mail.publishing.open')
  const footer = say('mail.publishing.footer', { name: props.recipientName, event: event.title })
  return {
    subject: say.subject(`mail.publishing.${news}.subject`, { event: event.title }),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${words.html}${factTable(say, facts)}${button(open, props.deskUrl)}`,
    ),
    text: plainText(say, [heading, body, ...words.text, factBlock(facts), linkBlock(say, open, props.deskUrl)], footer),
  }
}
