import type { Kysely } from 'kysely'
import type { Candidate } from './why-passed-over.ts'
import { valuesOf } from '#app/registrations/questions/question.ts'
import { readAwardees } from '#app/scholarships/awards/read-awardees.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Who stands on the reserve lists of a call and has been told so, list by list in their order: a fixed number of queries. */
export async function reserveCandidates(
  db: Kysely<Database>,
  { callId, now }: { callId: string; now: Instant },
): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('decisions')
    .innerJoin('decisionReleases as release', 'release.id', 'decisions.releaseId')
    .innerJoin('applications', 'applications.id', 'decisions.applicationId')
    .innerJoin('people', 'people.id', 'applications.personId')
    .leftJoin('callOffers', 'callOffers.activeKey', 'applications.id')
    .select(['decisions.applicationId', 'decisions.place', 'decisions.choiceId', 'decisions.packageId'])
    .select(['applications.code', 'applications.number', 'applications.residence', 'applications.needsVisa'])
    .select(['applications.eventId', 'people.fullName'])
    .where('decisions.callId', '=', callId)
    .where('decisions.kind', '=', 'reserve')
    .where('decisions.place', 'is not', null)
    .where('release.state', '<>', 'undone')
    .where('release.sendAt', '<=', now)
    .where('applications.state', '=', 'submitted')
    .where('callOffers.id', 'is', null)
    .orderBy('decisions.choiceId')
    .orderBy('decisions.place')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ applicationId }) => applicationId)
  const wishes = await db
    .selectFrom('applicationChoices')
    .selectAll()
    .where('applicationId', 'in', ids)
    .orderBy('wish')
    .execute()
  const answers = await db
    .selectFrom('applicationAnswers as answer')
    .innerJoin('callQuestions as question', 'question.id', 'answer.questionId')
    .select(['answer.applicationId', 'answer.value'])
    .where('question.callId', '=', callId)
    .where('question.kind', '=', 'languages')
    .where('answer.applicationId', 'in', ids)
    .execute()
  const awardees = await readAwardees(db, { eventId: rows[0]!.eventId, applicationIds: ids })
  const wishesOf = Map.groupBy(wishes, ({ applicationId }) => applicationId)
  const levelsOf = Map.groupBy(answers, ({ applicationId }) => applicationId)
  return rows.map((row) => ({
    applicationId: row.applicationId,
    code: row.code,
    number: row.number,
    name: row.fullName,
    residence: row.residence,
    place: row.place!,
    choiceId: row.choiceId,
    packageId: row.packageId,
    wishes: (wishesOf.get(row.applicationId) ?? []).map(({ choiceId }) => choiceId),
    needsVisa: row.needsVisa === null ? null : row.needsVisa === 1,
    awardee: awardees.get(row.applicationId)!,
    levels: levelsOf.get(row.applicationId)?.flatMap(({ value }) => valuesOf(value)) ?? null,
  }))
}
