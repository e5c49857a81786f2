import type { Kysely } from 'kysely'
import type { Call } from '../calls/call.ts'
import type { ReviewerWishes } from './reviewer-form.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { grantRole } from '#app/people/grant-role.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

interface SaveReviewer {
  call: Pick<Call, 'id' | 'eventId' | 'choices'>
  /** A new reviewer by their address, who gets the role `reviewer` on the event, or one of the call. */
  who: { email: string; language: string } | { accountId: string }
  wishes: ReviewerWishes
  actor: Actor
  now: Instant
}

/** Adds a reviewer to a call, or changes what they read and know. Refused: `reviewer-already`, `gone`. */
export async function saveReviewer(
  db: Kysely<Database>,
  { call, who, wishes, actor, now }: SaveReviewer,
): Promise<Result<{ accountId: string }, 'reviewer-already' | 'gone' | 'role-scope' | 'busy'>> {
  return await transact<{ accountId: string }, 'reviewer-already' | 'gone' | 'role-scope'>(db, async (db) => {
    const known = call.choices.map(({ code }) => code)
    const row = {
      languages: wishes.languages.join(','),
      choiceCodes: wishes.choiceCodes.filter((code) => known.includes(code)).join(','),
      isChair: wishes.isChair ? (1 as const) : (0 as const),
    }
    const isNew = 'email' in who
    const accountId = isNew ? await grant(db, call.eventId, who, actor, now) : who.accountId
    if (isNew) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('reviewers')
        .ignore()
        .values({ callId: call.id, accountId, ...row, addedBy: actor.id ?? null, addedAt: now })
        .executeTakeFirst()
      if (numInsertedOrUpdatedRows !== 1n) throw new Refused({ code: 'reviewer-already', field: 'email' })
    } else {
      const { numUpdatedRows } = await db
        .updateTable('reviewers')
        .set(row)
        .where('callId', '=', call.id)
        .where('accountId', '=', accountId)
        .executeTakeFirst()
      if (numUpdatedRows !== 1n) throw new Refused({ code: 'gone' })
    }
    await recordAudit(db, now, [
      {
        actor,
        action: isNew ? 'reviewer.added' : 'reviewer.changed',
        objectKind: 'reviewer',
        objectId: accountId,
        eventId: call.eventId,
        after: { callId: call.id, ...row },
      },
    ])
    return { accountId }
  })
}

async function grant(
  db: Kysely<Database>,
  eventId: string,
  { email, language }: { email: string; language: string },
  actor: Actor,
  now: Instant,
): Promise<string> {
  const granted = await grantRole(db, {
    email,
    language,
    role: 'reviewer',
    scope: 'event',
    scopeId: eventId,
    actor,
    now,
  })
  if (!granted.ok) throw new Refused({ code: 'role-scope', field: 'email' })
  return granted.value.accountId
}
