import type { toDoFacts } from './to-do-facts.server.ts'
import type { EventRight } from '#app/people/rights.ts'
import { addDays, type Instant, wallClock } from '#app/values/moment.ts'

export type ToDoCode =
  | 'checklist'
  | 'review'
  | 'finance'
  | 'claims'
  | 'proofs'
  | 'substitutions'
  | 'offers'
  | 'full'
  | 'bounced'
  | 'conflicts'
  | 'overdue'
  | 'step'
  | 'answers'
  | 'runs'
  | 'lateReviews'
  | 'decisions'

/** Something that waits for somebody, as far as Plenary can tell by itself. */
export interface ToDo {
  code: ToDoCode
  /** The day by which it is to be done, in the event's zone; today when it has none. */
  day: string
  /** `bad`: today or overdue; `wait`: soon; null: later. */
  weight: 'bad' | 'wait' | null
  count: number
  /** Where it is done, without the language in front. */
  to: string
}

interface Standing {
  slug: string
  facts: Awaited<ReturnType<typeof toDoFacts>>
  /** Things that still stop a draft from being published. */
  stops: number
  bounced: number
  conflicts: number
  owing: { orders: number; overdue: number }
  rights: EventRight[]
  isFinance: boolean
  now: Instant
}

const SOON_DAYS = 7

/** What is to be done, for a reader with these rights: the nearest first, and on a day what weighs most. */
export function toDoList({ slug, facts, stops, bounced, conflicts, owing, rights, isFinance, now }: Standing): ToDo[] {
  const dayOf = (at: Instant | null) => wallClock(at ?? now, facts.zone).day
  const today = dayOf(now)
  const at = (page: string) => `/organize/${slug}/${page}`
  const organizes = rights.includes('organize')
  const item = (code: ToDoCode, isMine: boolean, count: number, to: string, until: Instant | null = null): ToDo[] =>
    isMine && count > 0 ? [{ code, count, to, day: dayOf(until), weight: weightOf(dayOf(until), today) }] : []
  const dated = (until: Instant | null) => (until === null ? 0 : 1)
  return [
    ...item('review', organizes, facts.reviews, at('publish')),
    ...item('finance', isFinance, facts.finance, '/finance'),
    ...item('claims', isFinance, facts.claims, '/finance/claims'),
    ...item('proofs', organizes, facts.proofs, at('proofs')),
    ...item('substitutions', organizes, facts.substitutions, at('substitutions')),
    ...item('full', organizes, facts.waiting, at('seats')),
    ...item('lateReviews', organizes, facts.lateReviews, at(`calls/${facts.reviewsCall}/reviews`), facts.reviewsUntil),
    ...item('decisions', organizes, facts.keptDecisions, at(`calls/${facts.decisionsCall}/decisions`), facts.decideAt),
    ...item('offers', organizes, facts.offers, at('waiting'), facts.offersUntil),
    ...item('conflicts', rights.includes('programme'), conflicts, at('programme')),
    ...item('bounced', organizes, bounced, at('messages')),
    ...item('overdue', rights.includes('people'), owing.overdue, at('registrations?money=unpaid')),
    ...item('runs', organizes, facts.runs, at('runs')),
    ...item('checklist', organizes, stops, at('publish')),
    ...item('step', organizes, dated(facts.stepEnds) && owing.orders, at('messages'), facts.stepEnds),
    ...item('answers', organizes, dated(facts.answersUntil), at('registrations?answers=missing'), facts.answersUntil),
  ].toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}

/** How near a day is. */
export function weightOf(day: string, today: string): 'bad' | 'wait' | null {
  if (day <= today) return 'bad'
  return day <= addDays(today, SOON_DAYS) ? 'wait' : null
}
