import { z } from 'zod'
import { REGISTRATION_STATES } from '../registration-states.ts'
import { cleanLine } from '#app/values/text.ts'
import type { RegistrationState } from '#db/schema.ts'

/** Which registrations of an event are meant: every part that is set narrows it, none of them means all. */
export interface RegistrationFilter {
  /** Words of a name, an affiliation, an address or a code. */
  search: string
  states: RegistrationState[]
  ticketTypeIds: string[]
  trackIds: string[]
  countries: string[]
  /** Of its order: something is due, nothing is due any more, nothing ever was. */
  money: 'unpaid' | 'paid' | 'free' | null
  /** Whether it answered all that it must of what it is asked by now. */
  answers: 'missing' | 'complete' | null
  /** Who answered a question so (one of the chosen values). */
  answer: { questionId: string; value: string } | null
  proof: 'waiting' | 'verified' | 'refused' | null
  /** Who holds a seat of a quota, or signed up to a session. */
  quotaId: string | null
  sessionId: string | null
  /** The language of its mails. */
  language: string | null
  /** Registered within the last days. */
  recent: keyof typeof RECENT_DAYS | null
  /** What may still keep somebody from coming: a visa that is not settled, a seat without a name. */
  lacks: 'visa' | 'name' | null
}

export const RECENT_DAYS = { day: 1, week: 7 } as const

export const ALL_REGISTRATIONS: RegistrationFilter = {
  search: '',
  states: [],
  ticketTypeIds: [],
  trackIds: [],
  countries: [],
  money: null,
  answers: null,
  answer: null,
  proof: null,
  quotaId: null,
  sessionId: null,
  language: null,
  recent: null,
  lacks: null,
}

const id = z.string().max(36)
const stored = z.object({
  search: z.string().max(100),
  states: z.array(z.enum(REGISTRATION_STATES)),
  ticketTypeIds: z.array(id),
  trackIds: z.array(id),
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)),
  money: z.enum(['unpaid', 'paid', 'free']).nullable(),
  answers: z.enum(['missing', 'complete']).nullable(),
  answer: z.object({ questionId: id, value: z.string().max(200) }).nullable(),
  proof: z.enum(['waiting', 'verified', 'refused']).nullable(),
  quotaId: id.nullable(),
  sessionId: id.nullable(),
  language: z.string().max(16).nullable(),
  recent: z.enum(['day', 'week']).nullable().default(null),
  lacks: z.enum(['visa', 'name']).nullable().default(null),
})

/** The filter that was stored as JSON. @throws when it is none. */
export function parseFilter(json: unknown): RegistrationFilter {
  return stored.parse(json)
}

/** The filter that an address asks for; what is no filter counts as none. */
export function filterOfAddress(address: URLSearchParams): RegistrationFilter {
  const all = (name: string) => [...new Set(address.getAll(name).filter((value) => value !== ''))].slice(0, 100)
  const one = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === address.get(name)) ?? null
  const [questionId, value] = (address.get('answer') ?? '').split(/:(.*)/s)
  return {
    search: cleanLine(address.get('q') ?? '').slice(0, 100),
    states: REGISTRATION_STATES.filter((state) => all('state').includes(state)),
    ticketTypeIds: all('ticket').filter(isId),
    trackIds: all('track').filter(isId),
    countries: all('country').filter((code) => /^[A-Z]{2}$/.test(code)),
    money: one('money', ['unpaid', 'paid', 'free']),
    answers: one('answers', ['missing', 'complete']),
    answer: questionId && value && isId(questionId) ? { questionId, value: value.slice(0, 200) } : null,
    proof: one('proof', ['waiting', 'verified', 'refused']),
    quotaId: ofId(address.get('quota')),
    sessionId: ofId(address.get('session')),
    language: address.get('language')?.slice(0, 16) || null,
    recent: one('recent', ['day', 'week']),
    lacks: one('lacks', ['visa', 'name']),
  }
}

/** The query of an address that asks for this filter, without what is not set. */
export function addressOfFilter(filter: RegistrationFilter): URLSearchParams {
  const { answer } = filter
  const pairs: [string, string | null][] = [
    ['q', filter.search],
    ...filter.states.map((value): [string, string] => ['state', value]),
    ...filter.ticketTypeIds.map((value): [string, string] => ['ticket', value]),
    ...filter.trackIds.map((value): [string, string] => ['track', value]),
    ...filter.countries.map((value): [string, string] => ['country', value]),
    ['money', filter.money],
    ['answers', filter.answers],
    ['answer', answer && `${answer.questionId}:${answer.value}`],
    ['proof', filter.proof],
    ['quota', filter.quotaId],
    ['session', filter.sessionId],
    ['language', filter.language],
    ['recent', filter.recent],
    ['lacks', filter.lacks],
  ]
  return new URLSearchParams(pairs.filter((pair): pair is [string, string] => Boolean(pair[1])))
}

export function isFiltered(filter: RegistrationFilter): boolean {
  return addressOfFilter(filter).size > 0
}

function ofId(value: string | null): string | null {
  return value && isId(value) ? value : null
}

function isId(value: string): boolean {
  return value.length > 0 && value.length <= 36
}
