import { type Kysely, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { ApplicationFilter } from './application-filter.ts'
import { parseCode } from '#app/values/code.ts'
import { fold } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

export interface Meant {
  callId: string
  filter: ApplicationFilter
}

/** The applications of a call that a filter means, with `people` joined: one query without columns and order yet. */
export function selectApplications(db: Kysely<Database>, meant: Meant) {
  return narrowed(joined(db, { people: true }), meant)
}

/** The same with no more joined than the filter asks about: for counts, and for the ids of a page. */
export function selectMeant(db: Kysely<Database>, meant: Meant, besides: { people?: boolean } = {}) {
  return narrowed(joined(db, { people: besides.people === true || meant.filter.search !== '' }), meant)
}

/** There always is a person, as the schema says; a database that may think otherwise begins with the applications. */
function joined(db: Kysely<Database>, { people }: { people: boolean }) {
  const left = db
    .selectFrom('applications')
    .$if(people, (query) => query.leftJoin('people', 'people.id', 'applications.personId'))
  return left as unknown as SelectQueryBuilder<Database, 'applications' | 'people', object>
}

function narrowed(applications: ReturnType<typeof joined>, { callId, filter }: Meant) {
  const { search, states, completeness, eligibility, choice, countries, category, language, team, letters } = filter
  return applications
    .where('applications.callId', '=', callId)
    .$if(states.length > 0, (query) => query.where('applications.state', 'in', states))
    .$if(completeness !== null, (query) =>
      query.where('applications.missing', completeness === 'complete' ? '=' : '<>', '[]'),
    )
    .$if(eligibility !== null, (query) => query.where('applications.eligibility', '=', eligibility!))
    .$if(countries.length > 0, (query) => query.where('applications.residence', 'in', countries))
    .$if(category !== null, (query) => query.where('applications.category', '=', category === 'other' ? '' : category!))
    .$if(language !== null, (query) => query.where('applications.language', '=', language!))
    .$if(team !== null, (query) => query.where('applications.teamId', team === 'team' ? 'is not' : 'is', null))
    .$if(choice !== null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('applicationChoices')
            .innerJoin('callChoices', 'callChoices.id', 'applicationChoices.choiceId')
            .select('applicationChoices.wish')
            .whereRef('applicationChoices.applicationId', '=', 'applications.id')
            .where('callChoices.code', '=', choice!),
        ),
      ),
    )
    .$if(letters !== null, (query) => query.where(LETTERS[letters!]))
    .$if(search !== '', (query) => query.where(({ or }) => or(matches(search))))
}

/** Asked once, not of each application: an index on states alone would be walked again and again. */
function lettersThat(is: 'in' | 'not in', states: string[]) {
  return sql<SqlBool>`applications.id ${sql.raw(is)} (select referees.application_id from referees
    where referees.state in (${sql.join(states)}))`
}

const LETTERS = {
  waiting: lettersThat('in', ['named', 'asked']),
  come: sql<SqlBool>`(${lettersThat('in', ['answered'])} and ${lettersThat('not in', ['named', 'asked'])})`,
  none: lettersThat('not in', ['named', 'asked', 'answered']),
}

/** A name without its accents, an address, a code however it is written, a number with or without its prefix. */
function matches(search: string) {
  const words = pattern(search.toLowerCase())
  const number = /^(?:[a-z]{1,4}[- ]?)?0*(\d{1,9})$/i.exec(search)?.[1]
  const code = parseCode(search)
  return [
    sql<SqlBool>`people.sort_key like ${pattern(fold(search))} escape '!'`,
    sql<SqlBool>`lower(people.latin_name) like ${words} escape '!'`,
    sql<SqlBool>`people.email_key like ${words} escape '!'`,
    ...(number === undefined ? [] : [sql<SqlBool>`applications.number = ${Number(number)}`]),
    ...(code === null ? [] : [sql<SqlBool>`applications.code = ${code}`]),
  ]
}

/** For `like … escape '!'`: these words anywhere. */
function pattern(words: string): string {
  return `%${words.replace(/[!%_]/g, (sign) => `!${sign}`)}%`
}
