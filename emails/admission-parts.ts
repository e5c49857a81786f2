import type { Fact } from './facts.ts'
import { amount } from './facts.ts'
import type { Phrase, Say } from './phrase.ts'
import type { Money } from '#app/values/money.ts'

/** An application as the mails about its decision show it. */
export interface MailAdmission {
  code: string
  name: string
  /** The call's title. */
  call: string
  /** What it is about: a track, a site; null where a call has only one. */
  choice: string | null
  /** With the key: whoever has it can answer. */
  url: string
  offerUrl: string
}

export interface MailComponent {
  kind: 'fee' | 'travel' | 'lodging' | 'per-diem' | 'visa'
  payout: 'issued' | 'organizer' | 'reimbursed' | 'stipend'
  amountMinor: number
  isCap: 0 | 1
  currency: string
}

/** What an offer or a decision is about, in as few words as a subject has room for. */
export function whatFor({ choice, call }: MailAdmission): string {
  return choice ?? call
}

export function callFacts(say: Say, { call, choice, code }: MailAdmission): Fact[] {
  return [
    { label: say.t('admission.mail.call'), lines: [say.value(call)] },
    ...(choice === null ? [] : [{ label: say.t('admission.mail.for'), lines: [say.value(choice)] }]),
    { label: say.t('admission.mail.code'), lines: [say.value(code)] },
  ]
}

/** What is given: each part, how much, and how it reaches its receiver. */
export function componentsFact(say: Say, components: MailComponent[]): Fact[] {
  if (components.length === 0) return []
  const lines = components.map(({ kind, payout, amountMinor, isCap, currency }) =>
    say(isCap ? 'admission.mail.componentUpTo' : 'admission.mail.component', {
      what: say.t(`admission.component.${kind}`),
      amount: amount(say, { amountMinor, currency }),
      how: say.t(`admission.paid.${payout}`),
    }),
  )
  return [{ label: say.t('admission.mail.weGive'), lines }]
}

export function ownFact(say: Say, ticket: Money | null, own: Money | null): Fact {
  const lines = [
    ...(ticket ? [say('admission.mail.ownTicket', { amount: amount(say, ticket) })] : []),
    ...(own && own.amountMinor !== ticket?.amountMinor
      ? [say('admission.mail.ownTotal', { amount: amount(say, own) })]
      : []),
  ]
  return { label: say.t('admission.mail.youPay'), lines: lines.length > 0 ? lines : [say('admission.mail.nothing')] }
}

export function admissionFooter(say: Say, { name, call }: MailAdmission): Phrase {
  return say('admission.mail.footer', { name, call })
}
