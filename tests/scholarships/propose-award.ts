import type { Kysely } from 'kysely'
import { proposeAwards } from '#app/scholarships/awards/propose-awards.server.ts'
import type { Database } from '#db/schema.ts'

type Many = Parameters<typeof proposeAwards>[1]

/** One award, as commands propose many. Returns its id. */
export async function proposeAward(
  db: Kysely<Database>,
  { applicationId, packageId, awardee, ...around }: Omit<Many, 'wanted'> & Many['wanted'][number],
): Promise<string> {
  const ids = await proposeAwards(db, { ...around, wanted: [{ applicationId, packageId, awardee }] })
  return ids.get(applicationId)!
}
