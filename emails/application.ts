import type { MailEvent } from './event.ts'
import { deadline, eventFact, type Fact, factTable, whenFacts } from './facts.ts'
import { button, type Letter, lead, layout, link, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { type Phrase, type Say, sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import type { Instant } from '#app/values/moment.ts'

/** An application as its mails show it. */
export interface MailApplication {
  name: string
  code: string
  call: string
  /** With the key: who has it can read and change it. */
  url: string
  withdrawUrl: string
  applyUrl: string
  isDraft: boolean
  /** What is applied for, best first. */
  wishes: string[]
  missing: MailMissing[]
  closesAt: Instant | null
  lettersUntilAt: Instant | null
  readUntilAt: Instant | null
  decideAt: Instant | null
  /** The clock of the call's dates. */
  zone: string
}

export type MailMissing =
  | { is: 'choice' | 'referee' | 'employer' | 'letter' | 'release' }
  | { is: 'answer' | 'wrong'; label: string }

export interface ApplicationProps {
  language: string
  event: MailEvent
  application: MailApplication
  about: 'saved' | 'received' | 'reminder' | 'withdrawn'
}

/** To who applies: it is saved, it has come, the deadline is near, it is taken back. */
export function applicationLetter({ language, event, application, about }: ApplicationProps): Letter {
  const say = sayIn(language)
  const { name, url, withdrawUrl, applyUrl } = application
  const heading = say(`application.mail.${about}.heading`, { name })
  const [first, ...more] = sentences(say, application, about)
  const facts = factsFor(say, event, application, about)
  const action =
    about === 'withdrawn'
      ? { label: say('application.mail.withdrawn.again'), address: applyUrl }
      : { label: say(`application.mail.${about}.open`), address: url }
  const withdraw = about === 'received' ? say('application.mail.received.withdraw') : null
  const questions = event.canReply ? say('mail.reply') : null
  const footer = say('application.mail.footer', { event: event.title })
  return {
    subject: subjectOf(say, event, application, about),
    html: layout(
      say,
      { preview: first!, heading, event, footer },
      html`${lead(first!)}${more.map((one) => paragraph(one))}${factTable(say, facts)}${button(action.label, action.address)}${withdraw && paragraph(link(withdraw, withdrawUrl))}${questions && paragraph(questions)}`,
    ),
    text: plainText(
      say,
      [
        heading,
        first!,
        ...more,
        factBlock(facts),
        linkBlock(say, action.label, action.address),
        withdraw && linkBlock(say, withdraw, withdrawUrl),
        questions,
      ],
      footer,
    ),
  }
}

function subjectOf(say: Say, event: MailEvent, application: MailApplication, about: ApplicationProps['about']): string {
  const { code, call, missing, isDraft } = application
  if (about === 'saved') return say.subject('application.mail.saved.subject', { event: event.title, code })
  if (about !== 'reminder') return say.subject(`application.mail.${about}.subject`, { call, code })
  if (isDraft || missing.length === 0) return say.subject('application.mail.reminder.subjectDraft', { call, code })
  const first = wordOf(say, missing[0]!).text
  const count = missing.length - 1
  const items = count === 0 ? first : say('application.mail.reminder.more', { count, first }).text
  return say.subject('application.mail.reminder.subject', { items, code })
}

function sentences(say: Say, { isDraft, missing }: MailApplication, about: ApplicationProps['about']): Phrase[] {
  if (about === 'saved') return [say('application.mail.saved.body'), say('application.mail.notYou')]
  if (about === 'withdrawn')
    return [say('application.mail.withdrawn.body'), say('application.mail.withdrawn.againText')]
  if (about === 'reminder') return [say(`application.mail.reminder.${isDraft ? 'draft' : 'submitted'}`)]
  const isComplete = missing.length === 0
  return [
    say('application.mail.received.body'),
    say(`application.mail.received.${isComplete ? 'complete' : 'incomplete'}`),
  ]
}

function factsFor(say: Say, event: MailEvent, application: MailApplication, about: ApplicationProps['about']): Fact[] {
  const { code, call, wishes, missing, closesAt, lettersUntilAt, readUntilAt, decideAt, zone } = application
  const isOver = about === 'withdrawn'
  const lists = about === 'received' || about === 'reminder'
  const date = (key: 'until' | 'lettersUntil' | 'readUntil' | 'decideAt', at: Instant | null): Fact[] =>
    at === null || isOver
      ? []
      : [{ label: say.t(`application.mail.${key}`), lines: deadline(say, lastMinuteOf(at, zone), { zone }) }]
  return [
    { label: say.t('application.mail.code'), lines: [say.value(code)], isCode: true },
    { label: say.t('application.mail.call'), lines: [say.value(call)] },
    ...(wishes.length > 0
      ? [{ label: say.t('application.mail.wish'), lines: wishes.map((name) => say.value(name)) }]
      : []),
    ...(lists && missing.length > 0
      ? [{ label: say.t('application.mail.missingFact'), lines: missing.map((one) => wordOf(say, one)) }]
      : []),
    ...date('until', closesAt),
    ...(about === 'received'
      ? [...date('lettersUntil', lettersUntilAt), ...date('readUntil', readUntilAt), ...date('decideAt', decideAt)]
      : []),
    eventFact(say, event),
    ...whenFacts(say, event),
  ]
}

function wordOf(say: Say, missing: MailMissing): Phrase {
  if (missing.is === 'answer') return say.value(missing.label)
  if (missing.is === 'wrong') return say('application.mail.wrong', { label: missing.label })
  return say(`application.mail.missing.${missing.is}`)
}
