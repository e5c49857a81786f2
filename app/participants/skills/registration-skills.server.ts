import type { Kysely } from 'kysely'
import { listQuestions } from '../lists/list-questions.server.ts'
import type { ListField } from '../lists/visible-fields.ts'
import type { SkillAnswersOf, SkillColumn } from './skill-column.ts'
import { valuesOf } from '#app/registrations/questions/question.ts'
import type { Database } from '#db/schema.ts'

/** What these people said of skills and laptops when they registered, as far as the reader sees it. Three queries. */
export async function registrationSkills(
  db: Kysely<Database>,
  asked: { eventId: string; fields: ListField[]; language: string; registrationIds: string[] },
): Promise<SkillAnswersOf> {
  const { own, skills } = await listQuestions(db, asked)
  const columns = [...skills, ...(own.laptop ? [own.laptop] : [])].map(
    ({ id, label, meaning, kind, options }): SkillColumn => ({
      key: `registration:${id}`,
      label,
      from: 'registration',
      meaning: meaning === 'laptop' ? 'laptop' : 'skill',
      kind,
      options,
    }),
  )
  const values: SkillAnswersOf['values'] = new Map()
  if (columns.length === 0 || asked.registrationIds.length === 0) return { columns, values }
  const rows = await db
    .selectFrom('answers')
    .select(['registrationId', 'questionId', 'value'])
    .where('registrationId', 'in', asked.registrationIds)
    .where(
      'questionId',
      'in',
      columns.map(({ key }) => key.slice('registration:'.length)),
    )
    .where('erasedAt', 'is', null)
    .execute()
  for (const { registrationId, questionId, value } of rows) {
    const said = values.get(registrationId) ?? {}
    said[`registration:${questionId}`] = valuesOf(value)
    values.set(registrationId, said)
  }
  return { columns, values }
}
