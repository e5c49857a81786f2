import type { Kysely } from 'kysely'
import type { Call } from '../calls/call.ts'
import { listOf } from './list-reviewers.server.ts'
import type { Assignable, AssignableReviewer } from './plan-assignment.ts'
import { wantsThird } from './total.ts'
import { fold } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

type PlannedCall = Pick<Call, 'id' | 'reviewersEach' | 'thirdGap'>

/**
 * The submitted applications of a call that are not ineligible, and who may judge them, as `planAssignment` takes them.
 * Nobody judges their own application, one that they are a referee of, or one from their own institution. `thirds`:
 * those alone in which two differ too much, with one reviewer more than they have had.
 */
export async function readAssignment(
  db: Kysely<Database>,
  call: PlannedCall,
  { thirds = false }: { thirds?: boolean } = {},
): Promise<{ applications: Assignable[]; reviewers: AssignableReviewer[] }> {
  const [applications, reviews, reviewers, referees] = await Promise.all([
    findApplications(db, call.id),
    db.selectFrom('reviews').select(['applicationId', 'accountId', 'state']).where('callId', '=', call.id).execute(),
    findReviewers(db, call.id),
    findReferees(db, call.id),
  ])
  const reviewsOf = Map.groupBy(reviews, ({ applicationId }) => applicationId)
  const refereesOf = Map.groupBy(referees, ({ applicationId }) => applicationId)
  const byEmail = new Map(reviewers.map((reviewer) => [reviewer.emailKey, reviewer]))
  const byInstitution = Map.groupBy(reviewers, ({ institutionKey }) => institutionKey)
  const isActive = ({ state }: { state: string }) => state !== 'conflict' && state !== 'skipped'
  const loads = Map.groupBy(reviews.filter(isActive), ({ accountId }) => accountId)
  const wanted = thirds ? applications.filter(({ spread }) => wantsThird(spread, call.thirdGap)) : applications
  return {
    applications: wanted.map((application) => {
      const own = reviewsOf.get(application.id) ?? []
      const keys = [application.emailKey, ...(refereesOf.get(application.id) ?? []).map(({ emailKey }) => emailKey)]
      const related = [
        ...(application.accountId === null ? [] : [application.accountId]),
        ...keys.flatMap((key) => (key === null ? [] : (byEmail.get(key)?.accountId ?? []))),
        ...(application.institutionKey ? (byInstitution.get(application.institutionKey) ?? []) : []).map(
          ({ accountId }) => accountId,
        ),
      ]
      return {
        id: application.id,
        language: application.language,
        choiceCode: application.choiceCode,
        wanted: call.reviewersEach + (thirds ? 1 : 0),
        has: own.filter(isActive).map(({ accountId }) => accountId),
        barred: [...own.filter((one) => !isActive(one)).map(({ accountId }) => accountId), ...related],
      }
    }),
    reviewers: reviewers.map(({ accountId, languages, choiceCodes }) => ({
      accountId,
      languages: listOf(languages),
      choiceCodes: listOf(choiceCodes),
      load: loads.get(accountId)?.length ?? 0,
    })),
  }
}

async function findApplications(db: Kysely<Database>, callId: string) {
  return await db
    .selectFrom('applications')
    .innerJoin('people', 'people.id', 'applications.personId')
    .leftJoin('applicationChoices as first', (join) =>
      join.onRef('first.applicationId', '=', 'applications.id').on('first.wish', '=', 1),
    )
    .leftJoin('callChoices', 'callChoices.id', 'first.choiceId')
    .select(['applications.id', 'applications.language', 'applications.accountId', 'applications.spread'])
    .select(['applications.institutionKey', 'people.emailKey', 'callChoices.code as choiceCode'])
    .where('applications.callId', '=', callId)
    .where('applications.state', '=', 'submitted')
    .where('applications.eligibility', '!=', 'ineligible')
    .orderBy('applications.number')
    .execute()
}

async function findReviewers(db: Kysely<Database>, callId: string) {
  const rows = await db
    .selectFrom('reviewers')
    .innerJoin('accounts', 'accounts.id', 'reviewers.accountId')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select(['reviewers.accountId', 'reviewers.languages', 'reviewers.choiceCodes'])
    .select(['accounts.emailKey', 'people.affiliation'])
    .where('reviewers.callId', '=', callId)
    .where('accounts.isDisabled', '=', 0)
    .orderBy('reviewers.accountId')
    .execute()
  return rows.map(({ affiliation, ...row }) => ({ ...row, institutionKey: keyOf(affiliation ?? '') }))
}

async function findReferees(db: Kysely<Database>, callId: string) {
  return await db
    .selectFrom('referees')
    .innerJoin('applications', 'applications.id', 'referees.applicationId')
    .select(['referees.applicationId', 'referees.emailKey'])
    .where('applications.callId', '=', callId)
    .where('referees.state', '!=', 'withdrawn')
    .execute()
}

/** As an application's institution is kept for comparing. */
function keyOf(institution: string): string {
  return fold(institution)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 190)
}
