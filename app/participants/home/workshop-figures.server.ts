import type { Kysely } from 'kysely'
import { TRACK_OF } from '#app/registrations/track-of.server.ts'
import type { Database } from '#db/schema.ts'

interface Scope {
  eventId: string
  trackIds: string[] | 'all'
}

export interface WorkshopFigures {
  participants: number
  countries: string[]
  /** Those that people read best, the commonest first. */
  languages: { language: string; count: number }[]
  /** Who brings a laptop, of those who said so or not; null where it is not asked. */
  laptops: { yes: number; of: number } | null
}

/** How many somebody teaches, from where, in which languages, with how many laptops: three queries. */
export async function workshopFigures(db: Kysely<Database>, scope: Scope): Promise<WorkshopFigures> {
  const [people, question, laptops] = await Promise.all([
    taught(db, scope)
      .select((row) => ['people.country', 'people.language', row.fn.countAll<number | string>().as('count')])
      .groupBy(['people.country', 'people.language'])
      .execute(),
    db
      .selectFrom('questions')
      .select('id')
      .where('eventId', '=', scope.eventId)
      .where('meaning', '=', 'laptop')
      .where('kind', '=', 'yesno')
      .where('audience', '=', 'instructors')
      .limit(1)
      .executeTakeFirst(),
    taught(db, scope)
      .innerJoin('answers', 'answers.registrationId', 'registrations.id')
      .innerJoin('questions', 'questions.id', 'answers.questionId')
      .select((row) => ['answers.value', row.fn.countAll<number | string>().as('count')])
      .where('questions.meaning', '=', 'laptop')
      .where('questions.kind', '=', 'yesno')
      .where('questions.audience', '=', 'instructors')
      .where('answers.erasedAt', 'is', null)
      .groupBy('answers.value')
      .execute(),
  ])
  const languages = new Map<string, number>()
  for (const { language, count } of people)
    if (language) languages.set(language, (languages.get(language) ?? 0) + Number(count))
  return {
    participants: people.reduce((total, { count }) => total + Number(count), 0),
    countries: [...new Set(people.flatMap(({ country }) => country ?? []))],
    languages: [...languages]
      .map(([language, count]) => ({ language, count }))
      .toSorted((one, other) => other.count - one.count || one.language.localeCompare(other.language)),
    laptops: question
      ? {
          yes: Number(laptops.find(({ value }) => value === 'yes')?.count ?? 0),
          of: laptops.reduce((total, { count }) => total + Number(count), 0),
        }
      : null,
  }
}

function taught(db: Kysely<Database>, { eventId, trackIds }: Scope) {
  return db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', '=', 'confirmed')
    .$if(trackIds !== 'all', (query) => query.where(TRACK_OF, 'in', [...(trackIds as string[]), '']))
}
