import { addDays, addMinutes, type Instant, instantOf, wallClock } from '#app/values/moment.ts'
import type { EventStatus, SurveysTable } from '#db/schema.ts'

export type SurveyTimes = Pick<SurveysTable, 'kind' | 'status' | 'opensAt' | 'closesAt'>

interface Place {
  status: EventStatus
  zone: string
}

/** `heldOn` is the day of a daily survey, '' of every other. */
export type SurveyStanding =
  | { is: 'open'; until: Instant; heldOn: string }
  | { is: 'later'; opensAt: Instant }
  | { is: 'closed'; why: 'over'; since: Instant }
  | { is: 'closed'; why: 'cancelled' | 'draft' }

/** Whether a survey can be answered now. A daily one opens every day at the hour at which it first opens, till midnight. */
export function surveyStanding(survey: SurveyTimes, event: Place, now: Instant): SurveyStanding {
  const { opensAt, closesAt, status, kind } = survey
  if (event.status === 'cancelled') return { is: 'closed', why: 'cancelled' }
  if (status === 'draft' || event.status === 'draft' || opensAt === null || closesAt === null)
    return { is: 'closed', why: 'draft' }
  if (closesAt <= now) return { is: 'closed', why: 'over', since: closesAt }
  if (now < opensAt) return { is: 'later', opensAt }
  if (kind !== 'daily') return { is: 'open', until: closesAt, heldOn: '' }
  const today = wallClock(now, event.zone).day
  const { time } = wallClock(opensAt, event.zone)
  const opensToday = instantOf(today, time, event.zone)
  if (now < opensToday) return { is: 'later', opensAt: opensToday }
  return { is: 'open', until: earlier(endOfDay(today, event.zone), closesAt), heldOn: today }
}

/** A transaction that began before the end may still be writing. */
const SETTLING_MINUTES = 2

/**
 * Whether nothing can be added any more to what was answered (on a day). What is shown of an anonymous survey is shown
 * then: between two looks at one that goes on, a single answer could be read off the difference.
 */
export function isSettled(
  survey: SurveyTimes,
  event: Place,
  { heldOn, now }: { heldOn: string; now: Instant },
): boolean {
  if (survey.closesAt === null) return false
  const until =
    survey.kind === 'daily' && heldOn !== '' ? earlier(endOfDay(heldOn, event.zone), survey.closesAt) : survey.closesAt
  return addMinutes(until, SETTLING_MINUTES) <= now
}

function endOfDay(day: string, zone: string): Instant {
  return instantOf(addDays(day, 1), '00:00', zone)
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other
}
