import type { Kysely } from 'kysely'
import { listVisibleQuestions, type VisibleQuestion } from '../queries.server.ts'
import { type Audience, type ListField, NEVER_LISTED } from './visible-fields.ts'
import type { Database } from '#db/schema.ts'

/** Columns of their own that a question fills, by what its answers mean; a second one of that meaning is a column like others. */
const COLUMN_OF_MEANING = { 'called-name': 'calledName', pronunciation: 'pronunciation', laptop: 'laptop' } as const

export interface ListQuestions {
  /** By the column that each fills. */
  own: Partial<Record<ListField, VisibleQuestion>>
  skills: VisibleQuestion[]
  others: VisibleQuestion[]
  /** Whose answer `yes` lets instructors have the address; null where that is not asked. */
  shareEmailId: string | null
}

/** The questions whose answers stand in a list of these fields, by what they are there for. */
export async function listQuestions(
  db: Kysely<Database>,
  { eventId, fields, language }: { eventId: string; fields: ListField[]; language: string },
): Promise<ListQuestions> {
  const audiences = fields.flatMap((field) => (field.startsWith('answers.') ? [field.slice(8) as Audience] : []))
  const [visible, consent] = await Promise.all([
    listVisibleQuestions(db, eventId, audiences, language),
    fields.includes('sharedEmail') ? findConsent(db, eventId) : null,
  ])
  const listed = visible.filter(({ meaning }) => !NEVER_LISTED.some((one) => one === meaning))
  const asked = listed.toSorted((one, other) => one.isRetired - other.isRetired)
  const own = Object.fromEntries(
    Object.entries(COLUMN_OF_MEANING).flatMap(([meaning, field]) => {
      const found = asked.find((question) => question.meaning === meaning)
      return found && fields.includes(field) ? [[field, found] as const] : []
    }),
  ) as ListQuestions['own']
  const rest = listed.filter((question) => !Object.values(own).includes(question))
  const isSkill = ({ meaning }: VisibleQuestion) => meaning === 'skill' && fields.includes('skill')
  return {
    own,
    skills: rest.filter(isSkill),
    others: rest.filter((question) => !isSkill(question)),
    shareEmailId: consent?.id ?? null,
  }
}

/** Whoever reads its answers: it is asked so that instructors may write. */
async function findConsent(db: Kysely<Database>, eventId: string) {
  return await db
    .selectFrom('questions')
    .select('id')
    .where('eventId', '=', eventId)
    .where('meaning', '=', 'share-email')
    .where('isRetired', '=', 0)
    .orderBy('position')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}
