import type { Kysely } from 'kysely'
import { countAttempt } from '../count-attempt.server.ts'
import type { Invite } from './team-form.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { refuse, Refused, type Result } from '#app/values/refusal.ts'
import { emailKey } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** How long an invitation can be taken up: fourteen days. */
export const INVITATION_MINUTES = 14 * 24 * 60
const LIMIT = { limit: 60, windowMinutes: 60 }

export interface InviteToTeam {
  event: { id: string; seriesId: string }
  form: Invite
  now: Instant
  actor: Actor & { id: string }
}

export type InviteRefusal = 'role-held' | 'invited-already' | 'unknown-track' | 'invitations-often' | 'busy'

/**
 * Asks somebody by mail to take a role on an event, on one of its tracks (instructors only), or on its series. They have
 * it once they accept, within fourteen days.
 */
export async function inviteToTeam(
  db: Kysely<Database>,
  { event, form, now, actor }: InviteToTeam,
): Promise<Result<{ id: string }, InviteRefusal>> {
  if (!(await countAttempt(db, { bucket: `invitations:${actor.id}`, ...LIMIT, now })))
    return refuse({ code: 'invitations-often' })
  return await transact<{ id: string }, InviteRefusal>(db, async (db) => {
    const { role, scope, language } = form
    const trackId = role === 'instructor' && scope === 'event' ? (form.trackId ?? '') : ''
    if (trackId !== '' && !(await isTrackOf(db, event.id, trackId)))
      throw new Refused({ code: 'unknown-track', field: 'trackId' })
    const place = { role, scope, scopeId: scope === 'event' ? event.id : event.seriesId, trackId }
    const key = emailKey(form.email)
    if (await isHeld(db, key, place)) throw new Refused({ code: 'role-held', field: 'email' })
    if (await isInvited(db, key, place, now)) throw new Refused({ code: 'invited-already', field: 'email' })
    const id = newId(now)
    await db
      .insertInto('invitations')
      .values({
        id,
        email: form.email,
        emailKey: key,
        language,
        ...place,
        invitedBy: actor.id,
        createdAt: now,
        expiresAt: addMinutes(now, INVITATION_MINUTES),
        acceptedAt: null,
        revokedAt: null,
      })
      .execute()
    await enqueueMessages(
      db,
      [
        {
          template: 'team-invitation',
          subjectId: id,
          recipient: { email: form.email, name: '' },
          language,
          eventId: event.id,
        },
      ],
      now,
    )
    const eventId = scope === 'event' ? event.id : null
    await recordAudit(db, now, [
      { actor, action: 'invitation.sent', objectKind: 'invitation', objectId: id, eventId, after: place },
    ])
    return { id }
  })
}

type Place = Pick<Invite, 'role' | 'scope'> & { scopeId: string; trackId: string }

async function isTrackOf(db: Kysely<Database>, eventId: string, trackId: string): Promise<boolean> {
  const track = db.selectFrom('tracks').select('id').where('id', '=', trackId).where('eventId', '=', eventId)
  return (await track.executeTakeFirst()) !== undefined
}

async function isHeld(db: Kysely<Database>, key: string, { role, scope, scopeId, trackId }: Place): Promise<boolean> {
  const held = await db
    .selectFrom('roles')
    .innerJoin('accounts', 'accounts.id', 'roles.accountId')
    .select('roles.id')
    .where('accounts.emailKey', '=', key)
    .where('roles.role', '=', role)
    .where('roles.scope', '=', scope)
    .where('roles.scopeId', '=', scopeId)
    .where('roles.trackId', 'in', [trackId, ''])
    .executeTakeFirst()
  return held !== undefined
}

async function isInvited(db: Kysely<Database>, key: string, place: Place, now: Instant): Promise<boolean> {
  const open = await db
    .selectFrom('invitations')
    .select('id')
    .where('emailKey', '=', key)
    .where('role', '=', place.role)
    .where('scope', '=', place.scope)
    .where('scopeId', '=', place.scopeId)
    .where('trackId', '=', place.trackId)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return open !== undefined
}
