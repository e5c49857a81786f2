import type { Composer } from './composer.server.ts'
import { addressOf } from './mail-site.ts'
import { placeName } from './place-name.server.ts'
import { teamInvitation } from '#emails/team-invitation.ts'

export const composeTeamInvitation: Composer = async (db, site, { subjectId, language }, now) => {
  const invitation = await db.selectFrom('invitations').selectAll().where('id', '=', subjectId).executeTakeFirst()
  if (!invitation) return { withdrawn: 'gone' }
  const { acceptedAt, revokedAt, expiresAt, scope, scopeId, role, invitedBy } = invitation
  if (acceptedAt !== null || revokedAt !== null) return { withdrawn: 'outdated' }
  if (expiresAt <= now) return { withdrawn: 'expired' }
  const place = await placeName(db, { scope, scopeId }, language)
  if (place === undefined) return { withdrawn: 'gone' }
  const by = await db
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select(['people.fullName', 'accounts.email'])
    .where('accounts.id', '=', invitedBy ?? '')
    .executeTakeFirst()
  const url = addressOf(site, language, `/invitations/${site.invitationToken(subjectId)}`)
  return {
    letter: teamInvitation({
      language,
      place,
      role,
      by: by?.fullName || by?.email || null,
      url,
      expiresAt,
      site: site.baseUrl,
    }),
    replyTo: by?.email ?? null,
  }
}
