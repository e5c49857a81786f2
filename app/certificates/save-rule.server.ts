import type { Kysely } from 'kysely'
import { makeRule, readRule } from './read-rule.server.ts'
import type { RuleForm } from './rule-form.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import { flag } from '#app/values/flag.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { seenOf } from '#app/values/seen.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** What the form of the rule was filled in over. */
export async function seenRule(db: Kysely<Database>, eventId: string) {
  const { minimumShare, needsSurveyId, needsName, needsSignOff, hours, namesUntilAt } = await readRule(db, eventId)
  const rule = { minimumShare, needsSurveyId, needsName, needsSignOff, hours, namesUntilAt }
  return { rule, seen: seenOf(rule) }
}

/** Says who gets a certificate of an event. What was issued stays. Refused: `offer-stale`, `gone`, `busy`. */
export async function saveRule(
  db: Kysely<Database>,
  { eventId, form, actor, now }: { eventId: string; form: RuleForm; actor: Actor; now: Instant },
): Promise<Result<null, 'offer-stale' | 'gone' | 'busy'>> {
  return await transact(db, async (db) => {
    await lockEvent(db, eventId)
    const before = await seenRule(db, eventId)
    if (form.seen !== undefined && form.seen !== before.seen) throw new Refused({ code: 'offer-stale' as const })
    if (form.needsSurveyId !== null && !(await isSurvey(db, eventId, form.needsSurveyId)))
      throw new Refused({ code: 'gone' as const, field: 'needsSurveyId' })
    const { seen: _, ...given } = form
    const rule = { ...given, needsName: flag(form.needsName), needsSignOff: flag(form.needsSignOff) }
    await makeRule(db, eventId, now)
    await db
      .updateTable('certificateRules')
      .set((row) => ({ ...rule, version: row('version', '+', 1), updatedAt: now }))
      .where('eventId', '=', eventId)
      .execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'certificate.rule-changed',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        before: before.rule,
        after: rule,
      },
    ])
    return null
  })
}

async function isSurvey(db: Kysely<Database>, eventId: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('surveys')
    .select('id')
    .where('id', '=', id)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  return row !== undefined
}

/** The surveys that a rule may ask for. */
export async function listSurveys(db: Kysely<Database>, eventId: string) {
  return await db
    .selectFrom('surveys')
    .select(['id', 'kind'])
    .where('eventId', '=', eventId)
    .where('status', '<>', 'draft')
    .orderBy('position')
    .execute()
}
