import type { Kysely } from 'kysely'
import type { AskedList } from '../lists/list-view.server.ts'
import { prepareList } from '../lists/list-view.server.ts'
import { applicationSkills } from './application-skills.server.ts'
import { registrationSkills } from './registration-skills.server.ts'
import type { SkillColumn } from './skill-column.ts'
import { skillAnswers } from '#app/surveys/skill-answers.server.ts'
import type { Database } from '#db/schema.ts'

/** A participant and what they said, by the keys of the columns. */
export interface SkilledPerson {
  id: string
  code: string
  fullName: string
  latinName: string | null
  language: string | null
  values: Record<string, string[]>
}

/** As many people as one asks the database about at once. */
const AT_ONCE = 5000

/**
 * Who can do what: every participant of a list with what they said of their skills when they applied, when they registered
 * and before the course.
 */
export async function skillMatrix(
  db: Kysely<Database>,
  asked: AskedList,
): Promise<{ columns: SkillColumn[]; people: SkilledPerson[] }> {
  const { fields, select } = await prepareList(db, asked)
  const rows = await select()
    .select(['registrations.id', 'registrations.code', 'people.fullName', 'people.latinName', 'people.language'])
    .orderBy('people.sortKey')
    .orderBy('registrations.id')
    .execute()
  const columns = new Map<string, SkillColumn>()
  const people: SkilledPerson[] = []
  // Even nobody is asked about once: what is asked has its columns before anybody has answered.
  for (let from = 0; from === 0 || from < rows.length; from += AT_ONCE) {
    const part = rows.slice(from, from + AT_ONCE)
    const ids = { language: asked.language, registrationIds: part.map(({ id }) => id) }
    const [applied, registered, surveyed] = await Promise.all([
      applicationSkills(db, ids),
      registrationSkills(db, { ...ids, eventId: asked.event.id, fields }),
      skillAnswers(db, { ...ids, eventId: asked.event.id }),
    ])
    for (const column of [...applied.columns, ...registered.columns]) columns.set(column.key, column)
    for (const { id, label, meaning, kind, options } of surveyed.questions)
      columns.set(`survey:${id}`, {
        key: `survey:${id}`,
        label,
        from: 'survey',
        meaning: meaning === '' ? 'skill' : meaning,
        kind,
        options,
      })
    for (const row of part) {
      const told = Object.entries(surveyed.values.get(row.id) ?? {})
      const values = {
        ...applied.values.get(row.id),
        ...registered.values.get(row.id),
        ...Object.fromEntries(told.map(([id, said]) => [`survey:${id}`, said])),
      }
      people.push({ ...row, values })
    }
  }
  return { columns: [...columns.values()], people }
}
