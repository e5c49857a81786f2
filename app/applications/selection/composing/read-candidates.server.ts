import type { Kysely } from 'kysely'
import type { Candidate, Frame } from './candidate.ts'
import type { Limits } from '../limits/limits.ts'
import { valuesOf } from '#app/registrations/questions/question.ts'
import type { Database } from '#db/schema.ts'

/** Above it all of a call are read: a list of so many ids costs more. */
const MOST_IDS = 900

interface Asked {
  callId: string
  /** Their ranks; who has none cannot be a candidate. */
  ranks: ReadonlyMap<string, number>
  /** Only these; all without it. */
  ids?: readonly string[]
  frame: Pick<Frame, 'funds' | 'limits'>
}

/** Applications as a cohort looks at them, in the order of their ranks: in four questions however many there are. */
export async function readCandidates(db: Kysely<Database>, { callId, ranks, ids, frame }: Asked): Promise<Candidate[]> {
  const wanted = ids === undefined || ids.length > MOST_IDS ? null : [...ids, '']
  const codes = askedQuestions(frame)
  const [rows, wishes, answers, held] = await Promise.all([
    db
      .selectFrom('applications')
      .select(['id', 'number', 'score', 'residence', 'gender', 'isFirstTime', 'institutionKey', 'language', 'teamId'])
      .select(['askedMinor', 'askedCurrency', 'eligibility'])
      .where('callId', '=', callId)
      .where('state', '=', 'submitted')
      .$if(wanted !== null, (query) => query.where('id', 'in', wanted!))
      .execute(),
    db
      .selectFrom('applicationChoices as wish')
      .innerJoin('applications as application', 'application.id', 'wish.applicationId')
      .select(['wish.applicationId', 'wish.choiceId'])
      .where('application.callId', '=', callId)
      .where('application.state', '=', 'submitted')
      .$if(wanted !== null, (query) => query.where('application.id', 'in', wanted!))
      .orderBy('wish.applicationId')
      .orderBy('wish.wish')
      .execute(),
    db
      .selectFrom('callQuestions as question')
      .innerJoin('applicationAnswers as answer', 'answer.questionId', 'question.id')
      .select(['answer.applicationId', 'question.code', 'answer.value'])
      .where('question.callId', '=', callId)
      .where('question.code', 'in', [...codes, ''])
      .where('answer.erasedAt', 'is', null)
      .$if(wanted !== null, (query) => query.where('answer.applicationId', 'in', wanted!))
      .execute(),
    db
      .selectFrom('callOffers')
      .select('applicationId')
      .where('callId', '=', callId)
      .where('state', 'in', ['open', 'accepted'])
      .execute(),
  ])
  const wishesOf = Map.groupBy(wishes, ({ applicationId }) => applicationId)
  const answersOf = Map.groupBy(answers, ({ applicationId }) => applicationId)
  const holders = new Set(held.map(({ applicationId }) => applicationId))
  const isWanted = wanted === null && ids !== undefined ? new Set(ids) : null
  return rows
    .filter(({ id }) => ranks.has(id) && (isWanted === null || isWanted.has(id)))
    .map(({ eligibility, isFirstTime, ...row }) => ({
      ...row,
      rank: ranks.get(row.id)!,
      isFirstTime: isFirstTime === null ? null : isFirstTime === 1,
      isEligible: eligibility === 'eligible',
      wishes: (wishesOf.get(row.id) ?? []).map(({ choiceId }) => choiceId),
      answers: Object.fromEntries((answersOf.get(row.id) ?? []).map(({ code, value }) => [code, valuesOf(value)])),
      isHeld: holders.has(row.id),
    }))
    .toSorted((one, other) => one.rank - other.rank)
}

/** Of which questions the answers matter: of targets, of languages, of donors. */
function askedQuestions({ funds, limits }: { funds: Frame['funds']; limits: Limits }): string[] {
  return [
    ...limits.fluency.map(({ question }) => question),
    ...limits.targets.filter(({ kind }) => kind === 'answer').map(({ of }) => of.split(':', 1)[0]!),
    ...funds.flatMap(({ conditions }) =>
      conditions.flatMap((condition) => (condition.kind === 'answer' ? [condition.question] : [])),
    ),
  ]
}
