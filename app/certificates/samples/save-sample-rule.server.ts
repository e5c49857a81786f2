import type { Kysely } from 'kysely'
import { readRule } from '../read-rule.server.ts'
import { listSurveys, saveRule } from '../save-rule.server.ts'
import { saveSignatories } from '../save-signatories.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

interface SampleRule {
  eventId: string
  minimumShare: number
  hours: number
  signatories: { trackId: string; fullName: string; latinName: string | null; title: string }[]
  actor: Actor
  now: Instant
}

/**
 * Says who gets a certificate of a sample, and who signs it: who filled in its last survey and agreed to the name. A rule
 * that is there stays as it is.
 */
export async function saveSampleRule(
  db: Kysely<Database>,
  { eventId, minimumShare, hours, signatories, actor, now }: SampleRule,
): Promise<Result<void>> {
  return await transact<void, string>(db, async (db) => {
    if ((await readRule(db, eventId)).version > 0) return
    const surveys = await listSurveys(db, eventId)
    const needsSurveyId = surveys.find(({ kind }) => kind === 'end')?.id ?? null
    const form = { minimumShare, hours, needsSurveyId, needsName: true, needsSignOff: false, namesUntilAt: null }
    await saveRule(db, { eventId, form: { ...form, seen: undefined }, actor, now })
    for (const [trackId, rows] of Map.groupBy(signatories, ({ trackId }) => trackId)) {
      const own = rows.map(({ fullName, latinName, title }) => ({ fullName, latinName, title }))
      await saveSignatories(db, { eventId, trackId, form: { signatories: own }, actor, now })
    }
  })
}
