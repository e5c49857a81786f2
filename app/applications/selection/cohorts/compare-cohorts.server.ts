import type { Kysely } from 'kysely'
import type { CohortCall } from './cohort.ts'
import { findCohort } from './find-cohort.server.ts'
import { readCohort } from './read-cohort.server.ts'
import type { Frame, Placed } from '../composing/candidate.ts'
import { type Measure, measureCohort } from '../composing/measure-cohort.ts'
import { type Target, targetName } from '../limits/limits.ts'
import type { Database } from '#db/schema.ts'

export interface ComparedPerson {
  id: string
  number: number | null
  rank: number
  residence: string | null
  /** What they get: in one cohort, or in each of the two. */
  places: { choiceId: string | null; packageId: string | null }[]
}

interface ComparedCohort {
  id: string
  name: string
  isChosen: boolean
  measure: Measure
}

export interface ComparedCohorts {
  cohorts: [ComparedCohort, ComparedCohort]
  /** Those in the first only, those in the second only; then those in both who get something else. */
  onlyIn: [ComparedPerson[], ComparedPerson[]]
  differing: ComparedPerson[]
  /** How many are in both and get the same. */
  same: number
  /** Those of either. */
  targets: Target[]
  choices: Frame['choices']
  packages: Frame['packages']
  funds: Frame['funds']
}

interface Asked {
  call: CohortCall
  cohortIds: [string, string]
  language: string
}

/** Two cohorts of a call side by side, or null when one of them is none of its. */
export async function compareCohorts(
  db: Kysely<Database>,
  { call, cohortIds, language }: Asked,
): Promise<ComparedCohorts | null> {
  const [one, other] = await Promise.all(cohortIds.map((cohortId) => findCohort(db, { callId: call.id, cohortId })))
  if (!one || !other) return null
  const [first, second] = await Promise.all([
    readCohort(db, { call, cohort: one, language }),
    readCohort(db, { call, cohort: other, language }),
  ])
  const places = [first.members, second.members].map(
    (members) => new Map(members.map((placed) => [placed.candidate.id, placed])),
  ) as [Map<string, Placed>, Map<string, Placed>]
  const both = first.members.filter(({ candidate }) => places[1].has(candidate.id))
  const differing = both.filter((placed) => !isSame(placed, places[1].get(placed.candidate.id)!))
  const targets = [...first.frame.limits.targets, ...second.frame.limits.targets]
  const { choices, packages, funds } = first.frame
  return {
    cohorts: [
      { id: one.id, name: one.name, isChosen: one.isChosen, measure: measureCohort(first.frame, first.members) },
      {
        id: other.id,
        name: other.name,
        isChosen: other.isChosen,
        measure: measureCohort(second.frame, second.members),
      },
    ],
    onlyIn: [
      first.members.filter(({ candidate }) => !places[1].has(candidate.id)).map((placed) => personOf([placed])),
      second.members.filter(({ candidate }) => !places[0].has(candidate.id)).map((placed) => personOf([placed])),
    ],
    differing: differing.map((placed) => personOf([placed, places[1].get(placed.candidate.id)!])),
    same: both.length - differing.length,
    targets: [...new Map(targets.map((target) => [targetName(target), target])).values()],
    choices,
    packages,
    funds,
  }
}

function isSame(one: Placed, other: Placed): boolean {
  return one.choiceId === other.choiceId && one.packageId === other.packageId
}

function personOf(placed: [Placed, ...Placed[]]): ComparedPerson {
  const { id, number, rank, residence } = placed[0].candidate
  return {
    id,
    number,
    rank,
    residence,
    places: placed.map(({ choiceId, packageId }) => ({ choiceId, packageId })),
  }
}
