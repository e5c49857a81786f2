import { addDays, type Instant, instantOf } from '#app/values/moment.ts'
import type { SurveyKind } from '#db/schema.ts'

/** The days before, so that the answers are there two weeks before the first day; half a year after, so that work could change. */
const [OPENS_BEFORE, CLOSES_BEFORE] = [24, 16]
const [IMPACT_AFTER, IMPACT_LASTS] = [183, 28]
const END_LASTS = 14
const DAILY_FROM = '15:00'

/** When a survey of a kind is usually asked, on the clock of the event. */
export function defaultTimes(
  kind: SurveyKind,
  { startsOn, endsOn, zone }: { startsOn: string; endsOn: string; zone: string },
): { opensAt: Instant; closesAt: Instant } {
  const at = (day: string, days: number, time = '00:00') => instantOf(addDays(day, days), time, zone)
  switch (kind) {
    case 'before':
      return { opensAt: at(startsOn, -OPENS_BEFORE), closesAt: at(startsOn, -CLOSES_BEFORE) }
    case 'daily':
      return { opensAt: at(startsOn, 0, DAILY_FROM), closesAt: at(endsOn, 1) }
    case 'end':
      return { opensAt: at(endsOn, 0, '12:00'), closesAt: at(endsOn, 1 + END_LASTS) }
    case 'impact':
      return { opensAt: at(endsOn, IMPACT_AFTER, '09:00'), closesAt: at(endsOn, IMPACT_AFTER + IMPACT_LASTS) }
  }
}
