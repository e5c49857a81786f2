import type { Kysely } from 'kysely'
import { TEAM_PAGE } from './team-form.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** An event whose team is meant; of its series only where the reader organizes that. */
export interface TeamPlace {
  eventId: string
  seriesId: string
  hasSeries: boolean
}

/** A page of who holds a role on an event or on its series, by role and name. */
export async function listTeam(db: Kysely<Database>, place: TeamPlace, page: number) {
  const { count } = await rolesOf(db, place)
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  const members = await rolesOf(db, place)
    .innerJoin('accounts', 'accounts.id', 'roles.accountId')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .leftJoin('tracks', 'tracks.id', 'roles.trackId')
    .select(['roles.id', 'roles.role', 'roles.scope', 'roles.accountId', 'roles.grantedAt', 'tracks.code as trackCode'])
    .select(['accounts.email', 'people.fullName'])
    .orderBy('roles.role')
    .orderBy('people.sortKey')
    .orderBy('roles.id')
    .limit(TEAM_PAGE)
    .offset((page - 1) * TEAM_PAGE)
    .execute()
  return { members, total: Number(count) }
}

/** One role of the team; undefined when it is another team's. */
export async function findMember(db: Kysely<Database>, place: TeamPlace, roleId: string) {
  return await rolesOf(db, place)
    .innerJoin('accounts', 'accounts.id', 'roles.accountId')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select(['roles.id', 'roles.accountId', 'roles.role', 'roles.scope', 'roles.scopeId', 'roles.trackId'])
    .select(['accounts.email', 'people.fullName'])
    .where('roles.id', '=', roleId)
    .executeTakeFirst()
}

/** How many organizers an event has: of its own or of its series. */
export async function countOrganizers(db: Kysely<Database>, place: Pick<TeamPlace, 'eventId' | 'seriesId'>) {
  const { count } = await rolesOf(db, { ...place, hasSeries: true })
    .innerJoin('accounts', 'accounts.id', 'roles.accountId')
    .select((eb) => eb.fn.count<number | string>('roles.accountId').distinct().as('count'))
    .where('roles.role', '=', 'organizer')
    .where('accounts.isDisabled', '=', 0)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Who was invited and has not answered yet, the newest first, at most a page. */
export async function listInvitations(db: Kysely<Database>, place: TeamPlace) {
  return await invitationsOf(db, place)
    .leftJoin('tracks', 'tracks.id', 'invitations.trackId')
    .select(['invitations.id', 'email', 'role', 'scope', 'createdAt', 'expiresAt', 'tracks.code as trackCode'])
    .orderBy('createdAt', 'desc')
    .orderBy('invitations.id', 'desc')
    .limit(TEAM_PAGE)
    .execute()
}

/** An invitation of this team that nobody has taken up; it may be past its time. */
export async function findOpenInvitation(db: Kysely<Database>, place: TeamPlace, id: string) {
  return await invitationsOf(db, place).selectAll('invitations').where('invitations.id', '=', id).executeTakeFirst()
}

/** What an invitation is to, for who opens its link; undefined when it is over. */
export async function openInvitation(
  db: Kysely<Database>,
  { invitationId, now }: { invitationId: string; now: Instant },
) {
  return await db
    .selectFrom('invitations')
    .select(['id', 'email', 'role', 'scope', 'scopeId', 'expiresAt'])
    .where('id', '=', invitationId)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
}

function rolesOf(db: Kysely<Database>, place: TeamPlace) {
  return db
    .selectFrom('roles')
    .where((eb) =>
      eb.or([
        eb.and([eb('roles.scope', '=', 'event'), eb('roles.scopeId', '=', place.eventId)]),
        ...(place.hasSeries
          ? [eb.and([eb('roles.scope', '=', 'series'), eb('roles.scopeId', '=', place.seriesId)])]
          : []),
      ]),
    )
}

function invitationsOf(db: Kysely<Database>, place: TeamPlace) {
  return db
    .selectFrom('invitations')
    .where('invitations.acceptedAt', 'is', null)
    .where('invitations.revokedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('invitations.scope', '=', 'event'), eb('invitations.scopeId', '=', place.eventId)]),
        ...(place.hasSeries
          ? [eb.and([eb('invitations.scope', '=', 'series'), eb('invitations.scopeId', '=', place.seriesId)])]
          : []),
      ]),
    )
}
