import type { Kysely } from 'kysely'
import type { Awardee } from './plan-shares.ts'
import { readCondition } from '#app/scholarships/funds/conditions.ts'
import type { Database } from '#db/schema.ts'

/** What the conditions of an event's funds ask about applicants, but for what each is to be admitted to. */
export async function readAwardees(
  db: Kysely<Database>,
  { eventId, applicationIds }: { eventId: string; applicationIds: string[] },
): Promise<Map<string, Omit<Awardee, 'choiceCode'>>> {
  if (applicationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('applications')
    .select(['id', 'residence', 'gender', 'isFirstTime'])
    .where('id', 'in', applicationIds)
    .execute()
  const answers = await answersOf(db, { codes: await askedQuestions(db, eventId), applicationIds })
  return new Map(
    rows.map(({ id, isFirstTime, ...row }) => [
      id,
      { ...row, isFirstTime: isFirstTime === null ? null : isFirstTime === 1, answers: answers.get(id) ?? {} },
    ]),
  )
}

async function askedQuestions(db: Kysely<Database>, eventId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('fundConditions')
    .innerJoin('funds', 'funds.id', 'fundConditions.fundId')
    .select(['fundConditions.kind', 'fundConditions.value'])
    .where('funds.eventId', '=', eventId)
    .where('fundConditions.kind', '=', 'answer')
    .execute()
  return rows.map(readCondition).flatMap((condition) => (condition.kind === 'answer' ? [condition.question] : []))
}

/** What was chosen, by application and code of the question: a value, or a list of values as JSON. */
async function answersOf(
  db: Kysely<Database>,
  { codes, applicationIds }: { codes: string[]; applicationIds: string[] },
): Promise<Map<string, Record<string, string[]>>> {
  if (codes.length === 0) return new Map()
  const rows = await db
    .selectFrom('applicationAnswers as answer')
    .innerJoin('callQuestions as question', 'question.id', 'answer.questionId')
    .select(['answer.applicationId', 'answer.value', 'question.code'])
    .where('answer.applicationId', 'in', applicationIds)
    .where('question.code', 'in', codes)
    .where('answer.erasedAt', 'is', null)
    .execute()
  const found = new Map<string, Record<string, string[]>>()
  for (const { applicationId, code, value } of rows) {
    const own = found.get(applicationId) ?? {}
    own[code] = valuesIn(value)
    found.set(applicationId, own)
  }
  return found
}

function valuesIn(value: string): string[] {
  if (!value.startsWith('[')) return [value]
  try {
    const parsed: unknown = JSON.parse(value)
    return Array.isArray(parsed) ? parsed.map(String) : [value]
  } catch {
    return [value]
  }
}
