import type { Kysely } from 'kysely'
import type { SkillAnswersOf, SkillColumn } from './skill-column.ts'
import { optionsOf } from '#app/applications/calls/question-lists.ts'
import { ratingsOf } from '#app/applications/form/grid-answer.ts'
import { valuesOf } from '#app/registrations/questions/question.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** The page of an application that is about skills; a grid is about them wherever it stands. */
const SECTION = 'skills'

/**
 * What these people said of their skills when they applied: the grids of the accepted application that became their
 * registration, and the choices of its page `skills`. What a blind reviewer is never shown is not shown here either. Three
 * queries.
 */
export async function applicationSkills(
  db: Kysely<Database>,
  { language, registrationIds }: { language: string; registrationIds: string[] },
): Promise<SkillAnswersOf> {
  const values: SkillAnswersOf['values'] = new Map()
  if (registrationIds.length === 0) return { columns: [], values }
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('callOffers', 'callOffers.orderId', 'registrations.orderId')
    .innerJoin('applicationAnswers', 'applicationAnswers.applicationId', 'callOffers.applicationId')
    .innerJoin('callQuestions', 'callQuestions.id', 'applicationAnswers.questionId')
    .innerJoin('callSections', 'callSections.id', 'callQuestions.sectionId')
    .select([
      'registrations.id as registrationId',
      'applicationAnswers.value',
      'callQuestions.id',
      'callQuestions.kind',
    ])
    .where('registrations.id', 'in', registrationIds)
    .where('registrations.mainRegistrationId', 'is', null)
    .where('callOffers.state', '=', 'accepted')
    .where('applicationAnswers.erasedAt', 'is', null)
    .where('callQuestions.isHidden', '=', 0)
    .where(({ or, and, eb }) =>
      or([
        eb('callQuestions.kind', '=', 'grid'),
        and([
          eb('callSections.code', '=', SECTION),
          eb('callQuestions.kind', 'in', ['choice', 'choices', 'yesno', 'number']),
        ]),
      ]),
    )
    .execute()
  const columns = await columnsOf(db, [...new Set(rows.map(({ id }) => id))], language)
  for (const { registrationId, id, kind, value } of rows) {
    const said = values.get(registrationId) ?? {}
    values.set(registrationId, said)
    if (kind === 'grid')
      for (const [row, level] of ratingsOf(valuesOf(value))) said[`application:${id}:${row}`] = [level]
    else said[`application:${id}`] = valuesOf(value)
  }
  return { columns, values }
}

/** A grid has a column for each of its rows. */
async function columnsOf(db: Kysely<Database>, questionIds: string[], language: string): Promise<SkillColumn[]> {
  if (questionIds.length === 0) return []
  const [questions, texts] = await Promise.all([
    db
      .selectFrom('callQuestions')
      .innerJoin('callSections', 'callSections.id', 'callQuestions.sectionId')
      .select(['callQuestions.id', 'callQuestions.code', 'callQuestions.kind'])
      .where('callQuestions.id', 'in', questionIds)
      .orderBy('callSections.position')
      .orderBy('callQuestions.position')
      .execute(),
    db.selectFrom('callQuestionTexts').selectAll().where('questionId', 'in', questionIds).execute(),
  ])
  return questions.flatMap(({ id, code, kind }): SkillColumn[] => {
    const own = texts.filter(({ questionId }) => questionId === id)
    const text = inLanguage(own, language)
    const { options, rows, levels } = optionsOf(text?.options ?? '')
    const column = { from: 'application', meaning: 'skill', kind } as const
    return kind === 'grid'
      ? rows.map((row) => ({ ...column, key: `application:${id}:${row.value}`, label: row.label, options: levels }))
      : [{ ...column, key: `application:${id}`, label: text?.label ?? code, options }]
  })
}
