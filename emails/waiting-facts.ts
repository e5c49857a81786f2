import type { Fact } from './facts.ts'
import { deadline } from './facts.ts'
import type { MailEvent } from './event.ts'
import type { Phrase, Say } from './phrase.ts'
import type { Instant } from '#app/values/moment.ts'

/** A place in the queue as its mails show it. */
export interface MailWaiting {
  code: string
  /** With the key: whoever has it can change or end it. */
  url: string
  name: string
  partySize: number
  /** Best first. */
  tickets: string[]
  wantedUntilAt: Instant | null
}

/** What is wanted: how many seats, and of what. */
export function wishFacts(say: Say, waiting: MailWaiting, event: MailEvent): Fact[] {
  const tickets = waiting.tickets.map((name) => say.value(name))
  return [
    { label: say.t('waiting.wish'), lines: [say('waiting.party', { count: waiting.partySize }), ...tickets] },
    ...(waiting.wantedUntilAt
      ? [{ label: say.t('waiting.wantedUntilFact'), lines: deadline(say, waiting.wantedUntilAt, event) }]
      : []),
    codeFact(say, waiting.code),
  ]
}

export function codeFact(say: Say, code: string): Fact {
  return { label: say.t('waiting.code'), lines: [say.value(code)] }
}

export function waitingFooter(say: Say, { name }: MailWaiting, event: MailEvent): Phrase {
  return say('waiting.mail.footer', { name, event: event.title })
}
