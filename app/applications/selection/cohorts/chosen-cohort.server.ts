import type { Kysely } from 'kysely'
import { fittingPackages } from './fitting-packages.server.ts'
import { readField } from '../ranking/read-field.server.ts'
import type { Database } from '#db/schema.ts'

/** The cohort that decisions are made from. */
export interface ChosenCohort {
  id: string
  name: string
  version: number
  /** Who would be accepted, in the order of the ranking. */
  members: { applicationId: string; choiceId: string | null; packageId: string | null }[]
  /**
   * Who would be kept in reserve, in the order of the ranking, each for their first wish and with the award that fits
   * what they ask for; `place` counts per choice.
   */
  reserve: { applicationId: string; choiceId: string | null; packageId: string | null; place: number }[]
}

/**
 * The chosen cohort of a call, or null while none is chosen. In reserve is who was reviewed, is eligible and neither in
 * nor out by hand.
 */
export async function chosenCohort(db: Kysely<Database>, callId: string): Promise<ChosenCohort | null> {
  const cohort = await db
    .selectFrom('cohorts')
    .select(['id', 'name', 'version'])
    .where('callId', '=', callId)
    .where('isChosen', '=', 1)
    .executeTakeFirst()
  if (!cohort) return null
  const [{ ranked }, marks, wishes, packageOf] = await Promise.all([
    readField(db, callId),
    db
      .selectFrom('cohortMembers')
      .select(['applicationId', 'isIn', 'byHand', 'choiceId', 'packageId'])
      .where('cohortId', '=', cohort.id)
      .execute(),
    db
      .selectFrom('applicationChoices as wish')
      .innerJoin('applications as application', 'application.id', 'wish.applicationId')
      .select(['wish.applicationId', 'wish.choiceId'])
      .where('application.callId', '=', callId)
      .where('application.state', '=', 'submitted')
      .where('wish.wish', '=', 1)
      .execute(),
    fittingPackages(db, callId),
  ])
  const markOf = new Map(marks.map((mark) => [mark.applicationId, mark]))
  const firstWish = new Map(wishes.map(({ applicationId, choiceId }) => [applicationId, choiceId]))
  const members = ranked.flatMap(({ id }) => {
    const mark = markOf.get(id)
    return mark?.isIn === 1 ? [{ applicationId: id, choiceId: mark.choiceId, packageId: mark.packageId }] : []
  })
  const places = new Map<string | null, number>()
  const reserve = ranked
    .filter(({ id, score, eligibility }) => {
      const mark = markOf.get(id)
      return score !== null && eligibility === 'eligible' && mark?.isIn !== 1 && mark?.byHand !== 1
    })
    .map(({ id }) => {
      const choiceId = firstWish.get(id) ?? null
      const place = (places.get(choiceId) ?? 0) + 1
      places.set(choiceId, place)
      return { applicationId: id, choiceId, packageId: packageOf.get(id) ?? null, place }
    })
  return { ...cohort, members, reserve }
}
