import { splitLevels } from '#app/registrations/questions/question.ts'
import {
  type Awardee,
  planShares,
  type PlannedComponent,
  type PlannedFund,
} from '#app/scholarships/awards/plan-shares.ts'
import { addDays, type Instant } from '#app/values/moment.ts'

/** Why somebody on the reserve list is not the next, though they stand before who is. */
export type PassedOver = 'not-wished' | 'language' | 'visa-time' | 'not-fundable'

export interface Candidate {
  applicationId: string
  code: string
  number: number | null
  name: string
  residence: string | null
  place: number
  /** Whose list they are on. */
  choiceId: string | null
  packageId: string | null
  wishes: string[]
  needsVisa: boolean | null
  awardee: Omit<Awardee, 'choiceCode'>
  /** `en:4321`, as questions of kind `languages` keep it; null when the call asks none. */
  levels: string[] | null
}

export interface FreeSeat {
  choiceId: string | null
  choiceCode: string | null
  taughtIn: string | null
  startsAt: Instant
  visaDays: number
  funds: PlannedFund[]
  componentsOf: ReadonlyMap<string, PlannedComponent[]>
}

/** The least level by which somebody can follow a course, in every skill that is asked: the half of the scale. */
const LEAST_LEVEL = 2

/** Null when the seat can be offered to them now. */
export function whyPassedOver(one: Candidate, seat: FreeSeat, now: Instant): PassedOver | null {
  if (one.choiceId !== seat.choiceId && !one.wishes.includes(seat.choiceId ?? '')) return 'not-wished'
  if (!follows(one.levels, seat.taughtIn)) return 'language'
  if (one.needsVisa === true && now.slice(0, 10) > addDays(seat.startsAt.slice(0, 10), -seat.visaDays))
    return 'visa-time'
  const components = one.packageId === null ? [] : (seat.componentsOf.get(one.packageId) ?? [])
  const awardee = { ...one.awardee, choiceCode: seat.choiceCode }
  return planShares(seat.funds, components, awardee) === null ? 'not-fundable' : null
}

/** What nobody said is not held against them. */
function follows(levels: string[] | null, taughtIn: string | null): boolean {
  if (levels === null || taughtIn === null) return true
  const own = levels.map(splitLevels).find(({ value }) => value === taughtIn)
  return own === undefined || own.levels.every((level) => Number(level) >= LEAST_LEVEL)
}
