import type { Candidate, Placed, SeatChoice } from './candidate.ts'
import type { Limits, Target } from '../limits/limits.ts'
import { isShare } from '../limits/limits.ts'
import { isAmongEconomies } from '#app/values/economies.ts'

/** What a cohort counts as, kept up with every member that comes or goes. */
export class Tally {
  size = 0
  readonly #choices: readonly SeatChoice[]
  readonly #targets: readonly Target[]
  readonly #seats = new Map<string, number>()
  readonly #countries = new Map<string, number>()
  readonly #organizations = new Map<string, number>()
  readonly #teams = new Map<string, number>()
  readonly #hits: number[]

  constructor(choices: readonly SeatChoice[], { targets }: Pick<Limits, 'targets'>) {
    this.#choices = choices
    this.#targets = targets
    this.#hits = targets.map(() => 0)
  }

  add(placed: Pick<Placed, 'candidate' | 'choiceId'>): void {
    this.#change(placed, 1)
  }

  remove(placed: Pick<Placed, 'candidate' | 'choiceId'>): void {
    this.#change(placed, -1)
  }

  seatsTaken(choiceId: string): number {
    return this.#seats.get(choiceId) ?? 0
  }

  ofCountry(country: string): number {
    return this.#countries.get(country) ?? 0
  }

  ofOrganization(key: string): number {
    return this.#organizations.get(key) ?? 0
  }

  countries(): ReadonlyMap<string, number> {
    return this.#countries
  }

  organizations(): ReadonlyMap<string, number> {
    return this.#organizations
  }

  /** How much of a target there is: people of it, or countries, teams, full courses. */
  hits(target: Target): number {
    if (target.kind === 'countries') return this.#countries.size
    if (target.kind === 'teams') return [...this.#teams.values()].filter((count) => count > 1).length
    if (target.kind === 'full')
      return this.#choices.filter(
        ({ id, seats, taughtIn }) =>
          taughtIn === target.of && seats !== null && seats > 0 && this.seatsTaken(id) >= seats,
      ).length
    return this.#hits[this.#targets.indexOf(target)]!
  }

  /** How many it lacks, or has too many: 0 when the target is met. */
  gap(target: Target): number {
    const over = target.most === null ? 0 : this.hits(target) - Math.floor(this.#bound(target, target.most))
    return Math.max(0, this.lacking(target), over)
  }

  /** How many it has too few: people, countries, teams, or the seats of a course that are still empty. */
  lacking(target: Target): number {
    if (target.kind === 'full') return this.#seatsToFill(target)
    return target.least === null ? 0 : Math.max(0, Math.ceil(this.#bound(target, target.least)) - this.hits(target))
  }

  /** How many all targets together lack. */
  gaps(): number {
    return this.#targets.reduce((sum, target) => sum + this.gap(target), 0)
  }

  /** Of the courses that are nearest to being full, as many as are wanted: their empty seats. */
  #seatsToFill({ of, least }: Target): number {
    const empty = this.#choices.flatMap(({ id, seats, taughtIn }) =>
      taughtIn === of && seats !== null && seats > 0 ? [Math.max(0, seats - this.seatsTaken(id))] : [],
    )
    return empty
      .toSorted((one, other) => one - other)
      .slice(0, least ?? 0)
      .reduce((sum, seats) => sum + seats, 0)
  }

  #bound({ kind }: Target, value: number): number {
    return isShare(kind) ? (value * this.size) / 100 : value
  }

  #change({ candidate, choiceId }: Pick<Placed, 'candidate' | 'choiceId'>, by: 1 | -1): void {
    this.size += by
    if (choiceId !== null) count(this.#seats, choiceId, by)
    if (candidate.residence !== null) count(this.#countries, candidate.residence, by)
    if (candidate.institutionKey !== null) count(this.#organizations, candidate.institutionKey, by)
    if (candidate.teamId !== null) count(this.#teams, candidate.teamId, by)
    this.#targets.forEach((target, at) => {
      if (countsFor(target, candidate)) this.#hits[at]! += by
    })
  }
}

/** Whether somebody is of the part of the cohort that a target is about. */
export function countsFor({ kind, of }: Pick<Target, 'kind' | 'of'>, candidate: Candidate): boolean {
  const isFrom = () =>
    candidate.residence !== null &&
    isAmongEconomies({ lists: [of], countries: [], isExcluded: false }, candidate.residence)
  switch (kind) {
    case 'gender':
      return candidate.gender === of
    case 'first-time':
      return candidate.isFirstTime === true
    case 'economies':
      return isFrom()
    case 'newcomers':
      return candidate.isFirstTime === true && isFrom()
    case 'language':
      return candidate.language === of
    case 'answer': {
      const [question = '', value = ''] = of.split(/:(.*)/s)
      return candidate.answers[question]?.includes(value) ?? false
    }
    default:
      return false
  }
}

function count(counts: Map<string, number>, key: string, by: number): void {
  const next = (counts.get(key) ?? 0) + by
  if (next === 0) counts.delete(key)
  else counts.set(key, next)
}
