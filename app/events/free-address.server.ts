import type { Kysely } from 'kysely'
import { freeSlug, slugOf } from './event-slug.ts'
import type { Database } from '#db/schema.ts'

/** An address for a new event that no other has, made from its title. */
export async function freeAddress(
  db: Kysely<Database>,
  { title, seriesSlug, year }: { title: string; seriesSlug: string; year: string },
): Promise<string> {
  const wanted = slugOf(title, seriesSlug, year)
  const taken = await db
    .selectFrom('events')
    .select('slug')
    .where('slug', 'like', `${wanted.slice(0, 70)}%`)
    .execute()
  return freeSlug(
    wanted,
    taken.map(({ slug }) => slug),
  )
}
