import { type Kysely, sql } from 'kysely'
import { valuesOf } from './question.ts'
import { countAnswers, isCounted } from './count-answers.ts'
import type { Database, QuestionKind } from '#db/schema.ts'

/** Adds answers that are about to be erased to what is kept of them: a number for each option, and how many in all. */
export async function addTotals(
  db: Kysely<Database>,
  { questionId, kind, values }: { questionId: string; kind: QuestionKind; values: string[] },
): Promise<void> {
  if (!isCounted(kind) || values.length === 0) return
  for (const [value, count] of countAnswers(values.map(valuesOf))) {
    await db.insertInto('answerTotals').ignore().values({ questionId, value, count: 0 }).execute()
    await db
      .updateTable('answerTotals')
      .set({ count: sql`${sql.ref('count')} + ${count}` })
      .where('questionId', '=', questionId)
      .where('value', '=', value)
      .execute()
  }
}

/** How often each option was chosen by those who have a seat, erased answers included; '' is how many answered. */
export async function totalsOf(
  db: Kysely<Database>,
  { questionId, kind }: { questionId: string; kind: QuestionKind },
): Promise<Map<string, number>> {
  const [kept, rows] = await Promise.all([
    db.selectFrom('answerTotals').select(['value', 'count']).where('questionId', '=', questionId).execute(),
    db
      .selectFrom('answers')
      .innerJoin('registrations', 'registrations.id', 'answers.registrationId')
      .select(['answers.value', sql<number>`count(*)`.as('count')])
      .where('answers.questionId', '=', questionId)
      .where('answers.erasedAt', 'is', null)
      .where('registrations.state', 'in', ['held', 'confirmed'])
      .groupBy('answers.value')
      .execute(),
  ])
  const totals = new Map(kept.map(({ value, count }) => [value, Number(count)]))
  const add = (value: string, count: number) => totals.set(value, (totals.get(value) ?? 0) + count)
  for (const { value, count } of rows) {
    add('', Number(count))
    if (isCounted(kind)) for (const one of new Set(valuesOf(value))) add(one, Number(count))
  }
  return totals
}
