import type { Kysely } from 'kysely'
import { awardOfApplication, type AwardOfApplication } from './award-of-application.server.ts'
import type { AwardState, Database } from '#db/schema.ts'

const TOLD: AwardState[] = ['accepted', 'ended']

/**
 * The award of an application as its holder may know of it: nothing is told before it was accepted. Until then the
 * offer speaks, and before it nobody.
 */
export async function toldAward(db: Kysely<Database>, applicationId: string): Promise<AwardOfApplication | null> {
  const award = await awardOfApplication(db, applicationId)
  return award && TOLD.includes(award.state) ? award : null
}
