import type { Kysely } from 'kysely'
import { INVITATION_MINUTES } from './invite.server.ts'
import { findOpenInvitation, type TeamPlace } from './team-queries.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface OfInvitation {
  team: TeamPlace
  invitationId: string
  now: Instant
  actor: Actor
}

/** Takes an invitation back: its link opens nothing any more. Refused: `gone`, `busy`. */
export async function revokeInvitation(
  db: Kysely<Database>,
  input: OfInvitation,
): Promise<Result<void, 'gone' | 'busy'>> {
  return await change(db, input, 'invitation.revoked', { revokedAt: input.now }, async () => {})
}

/** Sends an invitation again, good for another fourteen days. Refused: `gone`, `busy`. */
export async function inviteAgain(db: Kysely<Database>, input: OfInvitation): Promise<Result<void, 'gone' | 'busy'>> {
  const { now, team } = input
  const expiresAt = addMinutes(now, INVITATION_MINUTES)
  return await change(db, input, 'invitation.sent', { expiresAt }, async (db, { id, email, language }) => {
    const recipient = { email, name: '' }
    const eventId = team.eventId
    await enqueueMessages(
      db,
      [{ template: 'team-invitation', subjectId: id, recipient, language, occasion: now.slice(0, 13), eventId }],
      now,
    )
  })
}

async function change(
  db: Kysely<Database>,
  { team, invitationId, now, actor }: OfInvitation,
  action: string,
  set: { revokedAt: Instant } | { expiresAt: Instant },
  then: (db: Kysely<Database>, invitation: { id: string; email: string; language: string }) => Promise<void>,
): Promise<Result<void, 'gone' | 'busy'>> {
  return await transact<void, 'gone'>(db, async (db) => {
    const invitation = await findOpenInvitation(db, team, invitationId)
    if (!invitation) throw new Refused({ code: 'gone' })
    const { numUpdatedRows } = await db
      .updateTable('invitations')
      .set(set)
      .where('id', '=', invitationId)
      .where('acceptedAt', 'is', null)
      .where('revokedAt', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Refused({ code: 'gone' })
    await then(db, invitation)
    const eventId = invitation.scope === 'event' ? invitation.scopeId : null
    await recordAudit(db, now, [
      { actor, action, objectKind: 'invitation', objectId: invitationId, eventId, after: set },
    ])
  })
}
