import type { Kysely } from 'kysely'
import { soughtTerms } from './terms.ts'
import type { Database } from '#db/schema.ts'

/** A block of one of the terms that a word of the query begins. */
export interface FoundBlock {
  term: string
  block: number
  postings: string
}

/** What is written of each of these words, in one query. */
export async function readPostings(db: Kysely<Database>, words: string[]): Promise<FoundBlock[][]> {
  const sought = words.map(soughtTerms)
  const rows = await db
    .selectFrom('searchPostings')
    .select(['term', 'block', 'postings'])
    .where((eb) =>
      eb.or(
        sought.map(({ first, end }) =>
          end === null ? eb('term', '=', first) : eb.and([eb('term', '>=', first), eb('term', '<', end)]),
        ),
      ),
    )
    .execute()
  return sought.map(({ first, end }) =>
    rows.filter(({ term }) => (end === null ? term === first : term >= first && term < end)),
  )
}
