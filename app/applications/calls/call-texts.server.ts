import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** What of a call is written in several languages, and by which column each text belongs to its thing. */
const OWNERS = {
  callTexts: 'callId',
  callChoiceTexts: 'choiceId',
  callSectionTexts: 'sectionId',
  callQuestionTexts: 'questionId',
  callCriterionTexts: 'criterionId',
} as const

type TextTable = keyof typeof OWNERS

/** Puts a text in one language in the place of the one that was there. */
export async function saveCallText<Table extends TextTable>(
  db: Kysely<Database>,
  table: Table,
  text: Database[Table],
): Promise<void> {
  // Each of the tables has the column that is named for it, and a language.
  const row = text as unknown as Database['callTexts']
  const owner = OWNERS[table] as 'callId'
  const one = table as 'callTexts'
  await db.deleteFrom(one).where(owner, '=', row[owner]).where('language', '=', row.language).execute()
  await db.insertInto(one).values(row).execute()
}
