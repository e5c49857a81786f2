import type { MailEvent } from './event.ts'
import { type Letter, layout, paragraph } from './layout.ts'
import { html, Markup } from './markup.ts'
import { type Phrase, sayIn } from './phrase.ts'
import { type Block, plainText } from './plain-text.ts'
import { directionOf } from '#app/locales/languages.ts'

/** What an organizer wrote, filled in for one reader. */
export interface OrganizersWords {
  /** The language that it is written in, which may not be the reader's. */
  language: string
  html: string
  text: string
}

export interface BroadcastProps {
  language: string
  event: MailEvent
  recipientName: string
  subject: string
  words: OrganizersWords
  /** As what its reader gets it. */
  as: 'registration' | 'waiting' | 'programme' | 'team'
  /** To its author, to see how it will look. */
  isTest: boolean
}

/** A mail in an organizer's words, in the frame of all the others. */
export function broadcast({ language, event, recipientName, subject, words, as, isTest }: BroadcastProps): Letter {
  const say = sayIn(language)
  const heading = say.value(subject, words.language)
  const preview = say.value([...words.text].slice(0, 120).join(''))
  const reply = event.canReply ? say('mail.reply') : null
  const test = isTest ? say('broadcast.letter.test') : null
  const footer = say(`broadcast.letter.footer.${as}`, { name: recipientName, event: event.title })
  const line = isTest ? say.subject('broadcast.letter.testSubject', { subject }) : subject
  return {
    subject: line,
    html: layout(
      say,
      { preview, heading, event, footer },
      html`<div style="height:24px"></div>
        ${test && paragraph(test)}${organizersWords(words)}${reply && paragraph(reply)}`,
    ),
    text: plainText(say, [test, heading, ...wordsAsText(words), reply], footer),
  }
}

/** The words in their own language and direction, whatever is around them. */
function organizersWords({ language, html: source }: OrganizersWords): Markup {
  return html`<div lang="${language}" dir="${directionOf(language)}">${new Markup(source)}</div>`
}

/** Their paragraphs: one of a single line is broken where the others are, a list keeps its lines. */
function wordsAsText({ text }: OrganizersWords): (Phrase | Block)[] {
  return text
    .split('\n\n')
    .filter((part) => part !== '')
    .map((part) => (part.includes('\n') ? { lines: part.split('\n') } : { html: new Markup(''), text: part }))
}

/** What organizers add to a mail of ours, under its first words; nothing when there is nothing. */
export function addedWords(words: OrganizersWords | null) {
  return { html: words && organizersWords(words), text: words ? wordsAsText(words) : [] }
}
