import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Those of these codes (in the form that is stored) that the event does not have. */
export async function unknownCodes(
  db: Kysely<Database>,
  { slug, codes }: { slug: string; codes: string[] },
): Promise<string[]> {
  const known = await db
    .selectFrom('vouchers')
    .innerJoin('events', 'events.id', 'vouchers.eventId')
    .select('vouchers.code')
    .where('events.slug', '=', slug)
    .where('vouchers.code', 'in', ['', ...codes])
    .execute()
  return codes.filter((wanted) => !known.some(({ code }) => code === wanted))
}
