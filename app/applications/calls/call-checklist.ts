import type { Instant } from '#app/values/moment.ts'

const CALL_CHECKS = [
  'title',
  'summary',
  'event',
  'eventPublic',
  'opens',
  'closes',
  'closed',
  'order',
  'choices',
  'questions',
  'emptySections',
  'criteria',
  'weights',
  'letters',
  'tickets',
  'packages',
  'waves',
  'reviewers',
  'languages',
] as const

export type CallCheck = (typeof CALL_CHECKS)[number]

export interface CallChecklistItem {
  code: CallCheck
  /** `stop`: without it the call does not open; `warn`: better with it. */
  weight: 'stop' | 'warn'
  isDone: boolean
  /** The page of the call where it is done; '' is the desk of the event. */
  page: string
  values?: { names: string }
}

/** What the checklist looks at. */
export interface CallFacts {
  kind: 'admission' | 'scholarship' | 'both'
  eventStatus: string
  opensAt: Instant | null
  closesAt: Instant | null
  refereesWanted: number
  refereesUntilAt: Instant | null
  hasRefereeRule: boolean
  titles: { language: string; title: string; summary: string }[]
  questions: number
  emptySections: string[]
  choices: number
  ticketless: string[]
  criteria: number
  weightTotal: number
  packages: number
  waves: number
  reviewers: number
  /** Languages of the event in which the call has no text. */
  untranslated: string[]
}

/** What is there and what is missing before a call opens at `now`. */
export function callChecklist(facts: CallFacts, now: Instant): CallChecklistItem[] {
  const { opensAt, closesAt } = facts
  const stop = (code: CallCheck, isDone: boolean, page: string) => ({ code, weight: 'stop' as const, isDone, page })
  const warn = (code: CallCheck, isDone: boolean, page: string, names: string[] = []) => ({
    code,
    weight: 'warn' as const,
    isDone,
    page,
    values: { names: names.join(', ') },
  })
  const isWrong = (item: CallChecklistItem) => (item.isDone ? [] : [item])
  const gives = facts.kind !== 'admission'
  const admits = facts.kind !== 'scholarship'
  return [
    stop(
      'title',
      facts.titles.some(({ title }) => title !== ''),
      'details',
    ),
    ...isWrong(stop('event', facts.eventStatus !== 'cancelled', '')),
    stop('closes', closesAt !== null, 'details'),
    ...isWrong(stop('closed', closesAt === null || closesAt > now, 'details')),
    ...isWrong(stop('order', opensAt === null || closesAt === null || opensAt < closesAt, 'details')),
    stop('choices', facts.choices > 0, 'details/choices'),
    stop('questions', facts.questions > 0, 'form'),
    stop('criteria', facts.criteria > 0, 'rubric'),
    ...isWrong(stop('weights', facts.criteria === 0 || facts.weightTotal > 0, 'rubric')),
    ...isWrong(stop('letters', !facts.hasRefereeRule || facts.refereesWanted > 0, 'details')),
    ...isWrong(warn('eventPublic', facts.eventStatus !== 'draft', '')),
    warn(
      'summary',
      facts.titles.some(({ summary }) => summary !== ''),
      'details',
    ),
    warn('opens', opensAt !== null, 'details'),
    ...isWrong(warn('emptySections', facts.emptySections.length === 0, 'form', facts.emptySections)),
    ...(admits ? [warn('tickets', facts.ticketless.length === 0, 'details/choices', facts.ticketless)] : []),
    ...(gives ? [warn('packages', facts.packages > 0, 'packages')] : []),
    warn('waves', facts.waves > 0, 'details/waves'),
    warn('reviewers', facts.reviewers > 0, 'reviews'),
    ...isWrong(warn('languages', facts.untranslated.length === 0, 'details', facts.untranslated)),
  ]
}

/** What still keeps a call from opening. */
export function callStops(checklist: CallChecklistItem[]): CallChecklistItem[] {
  return checklist.filter(({ weight, isDone }) => weight === 'stop' && !isDone)
}
