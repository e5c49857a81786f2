import type { Kysely, Selectable } from 'kysely'
import { NAME_DAYS } from './certificate.ts'
import { addDays, boundsOf, type Instant, instantOf } from '#app/values/moment.ts'
import type { CertificateRulesTable, Database } from '#db/schema.ts'

export type StoredRule = Selectable<CertificateRulesTable>

/** Where an organizer has said nothing: four slots of five, and nothing else. */
const DEFAULTS = {
  minimumShare: 80,
  needsSurveyId: null,
  needsName: 0,
  needsSignOff: 0,
  hours: 0,
  namesUntilAt: null,
  namesAskedAt: null,
  issuingBy: null,
  issuingAt: null,
  version: 0,
} as const

/** Who gets a certificate of an event. */
export async function readRule(db: Kysely<Database>, eventId: string): Promise<StoredRule> {
  const row = await db.selectFrom('certificateRules').selectAll().where('eventId', '=', eventId).executeTakeFirst()
  return row ?? { ...DEFAULTS, eventId, updatedAt: '' }
}

/** The row of the rule, for what is written beside it. */
export async function makeRule(db: Kysely<Database>, eventId: string, now: Instant): Promise<void> {
  await db
    .insertInto('certificateRules')
    .ignore()
    .values({ ...DEFAULTS, eventId, updatedAt: now })
    .execute()
}

/** Until just before when people correct their own names; of an event that knows no more than its year too. */
export function namesUntil(
  { namesUntilAt }: Pick<StoredRule, 'namesUntilAt'>,
  { lastOn, zone }: { lastOn: string; zone: string },
): Instant {
  return namesUntilAt ?? instantOf(addDays(boundsOf(lastOn).last, NAME_DAYS), '24:00', zone)
}
