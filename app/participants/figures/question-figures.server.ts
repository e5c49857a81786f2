import type { Kysely } from 'kysely'
import { tellShare, type ToldShare } from './small-numbers.ts'
import { womenValues } from './women.ts'
import { totalsOf } from '#app/registrations/questions/answer-totals.server.ts'
import { parseOptions } from '#app/registrations/questions/question-options.ts'
import type { Database } from '#db/schema.ts'

/** The share of women among those who answered the question about it. `not-asked`: no question says that it is that. */
export async function womenFigures(
  db: Kysely<Database>,
  eventId: string,
): Promise<ToldShare | 'not-asked' | 'too-few'> {
  const question = await questionMeaning(db, eventId, 'gender')
  if (!question) return 'not-asked'
  const [totals, texts] = await Promise.all([
    totalsOf(db, { questionId: question.id, kind: question.kind }),
    db.selectFrom('questionTexts').select('options').where('questionId', '=', question.id).execute(),
  ])
  const women = womenValues(texts.map(({ options }) => ({ options: parseOptions(options) })))
  const counted = [...women].reduce((sum, value) => sum + (totals.get(value) ?? 0), 0)
  const answered = totals.get('') ?? 0
  return tellShare(Math.min(counted, answered), answered) ?? 'too-few'
}

/** The institutions that people named where they were asked for one; null where they were not. */
export async function askedInstitutions(
  db: Kysely<Database>,
  eventId: string,
  limit: number,
): Promise<string[] | null> {
  const question = await questionMeaning(db, eventId, 'institution')
  if (!question) return null
  const rows = await db
    .selectFrom('answers')
    .innerJoin('registrations', 'registrations.id', 'answers.registrationId')
    .select('answers.value')
    .distinct()
    .where('answers.questionId', '=', question.id)
    .where('answers.erasedAt', 'is', null)
    .where('answers.value', '!=', '')
    .where('registrations.state', '=', 'confirmed')
    .limit(limit)
    .execute()
  return rows.map(({ value }) => value)
}

async function questionMeaning(db: Kysely<Database>, eventId: string, meaning: 'gender' | 'institution') {
  return await db
    .selectFrom('questions')
    .select(['id', 'kind'])
    .where('eventId', '=', eventId)
    .where('meaning', '=', meaning)
    .orderBy('isRetired')
    .orderBy('position')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}
