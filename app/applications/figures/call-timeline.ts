import type { CallFigures } from './call-figures.server.ts'
import { addDays, type Instant, instantOf } from '#app/values/moment.ts'

export type StepCode =
  | 'opens'
  | 'closes'
  | 'letters'
  | 'reviews'
  | 'decisions'
  | 'wave'
  | 'noOffers'
  | 'visas'
  | 'begins'
  | 'reports'

/** A date of a call: `late` is past with something still missing, `now` is going on, `done` is past with nothing left. */
export interface CallStep {
  code: StepCode
  at: Instant
  /** The number of a wave; otherwise null. */
  wave: number | null
  is: 'done' | 'now' | 'late' | 'to-come'
  /** How much is missing, or waits. */
  count: number
  /** The page of the call on which it is done; with a slash in front one of the event. */
  page: string | null
}

/** Who waits for a letter. */
export const LETTERS = 'applications?state=submitted&letters=waiting'

/** All dates of a call in their order, with what is late. */
export function callTimeline(figures: CallFigures, now: Instant): CallStep[] {
  const { call, event } = figures
  const isOver = call.status === 'cancelled'
  const hasClosed = call.status === 'closed' || (call.closesAt !== null && call.closesAt <= now)
  const undecided = Math.max(0, figures.eligible - decided(figures))
  const kept = sum(figures.decisions.filter(({ isReleased }) => !isReleased))
  const isRead = hasClosed && figures.reviewsMissing === 0
  const accepted = figures.awards.filter(({ state }) => state === 'accepted')
  const awards = accepted.length === 0 ? null : `/awards?${new URLSearchParams({ call: call.slug, state: 'accepted' })}`
  const steps: (CallStep | null)[] = [
    step('opens', call.opensAt, {
      missing: call.status === 'draft' ? 1 : 0,
      isGoingOn: false,
      page: 'details/status',
    }),
    step('closes', call.closesAt, {
      missing: 0,
      waits: figures.drafts,
      isGoingOn: call.status === 'open' && call.opensAt !== null && call.opensAt <= now,
      page: 'applications?state=draft',
    }),
    step('letters', call.refereesWanted > 0 || call.employerWanted === 1 ? call.refereesUntilAt : null, {
      missing: figures.withoutLetter,
      isGoingOn: figures.submitted > 0,
      page: LETTERS,
    }),
    step('reviews', call.reviewUntilAt, { missing: figures.reviewsMissing, isGoingOn: hasClosed, page: 'reviews' }),
    step('decisions', call.decideAt, { missing: undecided + kept, isGoingOn: isRead || kept > 0, page: 'decisions' }),
    ...figures.waves.map(({ number, startsAt, answerUntilAt }) => {
      const open = sum(figures.offers.filter(({ wave, state }) => wave === number && state === 'open'))
      const found = step('wave', answerUntilAt, { missing: open, isGoingOn: startsAt <= now, page: 'offers' })
      return found && { ...found, wave: number }
    }),
    step('noOffers', call.noOffersAfterAt, { missing: 0, isGoingOn: false, page: 'offers' }),
    step('visas', accepted.length > 0 ? visaDay(event, call.visaDays) : null, {
      missing: sum(accepted.filter(({ visa }) => visa !== 'granted' && visa !== 'not-needed')),
      isGoingOn: true,
      page: awards,
    }),
    step('begins', event.startsAt, { missing: 0, isGoingOn: false, page: awards && '/awards/attendance' }),
    step('reports', call.reportDueOn === null ? null : instantOf(call.reportDueOn, '24:00', event.zone), {
      missing: sum(accepted.filter(({ isReported }) => !isReported)),
      isGoingOn: event.startsAt <= now,
      page: awards,
    }),
  ]
  return steps
    .filter((one) => one !== null)
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))

  function step(
    code: StepCode,
    at: Instant | null,
    {
      missing,
      waits = missing,
      isGoingOn,
      page,
    }: { missing: number; waits?: number; isGoingOn: boolean; page: CallStep['page'] },
  ): CallStep | null {
    if (at === null) return null
    const isPast = at <= now
    const is = isPast ? (missing > 0 && !isOver ? 'late' : 'done') : isGoingOn && !isOver ? 'now' : 'to-come'
    return { code, at, wave: null, is, count: isPast ? missing : waits, page }
  }
}

/** From then on there is no time left for a visa. */
function visaDay({ startsOn, zone }: CallFigures['event'], visaDays: number): Instant {
  return instantOf(addDays(startsOn, -visaDays), '24:00', zone)
}

/** Of those who are eligible. */
export function decided({ decisions }: Pick<CallFigures, 'decisions'>): number {
  return sum(decisions.filter(({ eligibility }) => eligibility !== 'ineligible'))
}

function sum(rows: { count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0)
}
