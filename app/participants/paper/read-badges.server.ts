import type { Kysely } from 'kysely'
import { type PaperScope, paperPeople } from './paper-people.server.ts'
import type { BadgeRole, Badges } from './paper-printer.ts'
import { type PaperAsked, type PaperTrack, roomSheet } from './paper-words.ts'
import { calledName } from './tent-cards.ts'
import { teamPeople } from './team-people.server.ts'
import type { EventPlace } from '#app/people/rights.ts'
import { countryName } from '#app/values/dates.ts'
import type { Database } from '#db/schema.ts'

export const BADGES_FOR = ['all', 'participants', 'team'] as const
export type BadgesFor = (typeof BADGES_FOR)[number]

type Badge = Badges['badges'][number]

/** The badges of an event. Who has a ticket and a part in the event gets one, with the colour of the part. */
export async function readBadges(
  db: Kysely<Database>,
  asked: PaperAsked,
  given: { event: EventPlace; title: string; scope: PaperScope; who: BadgesFor; tracks: PaperTrack[] },
): Promise<Badges> {
  const { t, language } = asked
  const { event, title, scope, who, tracks } = given
  const isOfAll = scope.trackIds === 'all' && !scope.trackId && !scope.registrationId
  const [people, team] = await Promise.all([paperPeople(db, scope), teamPeople(db, event)])
  const roles = new Map(team.flatMap(({ emailKey, role }) => (emailKey === '' ? [] : [[emailKey, role] as const])))
  const codes = new Map(tracks.map(({ id, code }) => [id, code]))
  const badgeOf = (
    person: Parameters<typeof calledName>[0] & { affiliation: string | null; country: string | null },
    role: BadgeRole,
    more: { track: string; code: string },
  ): Badge => ({
    ...calledName(person),
    organization: person.affiliation ?? '',
    country: person.country ? countryName(person.country, language) : '',
    role,
    roleName: t(`onPaper.role.${role}`),
    ...more,
  })
  const withTicket = people
    .map((person) => ({ person, role: roles.get(person.emailKey ?? '') ?? ('participant' as const) }))
    .filter(({ role }) => who === 'all' || (who === 'participants') === (role === 'participant'))
    .map(({ person, role }) =>
      badgeOf(person, role, { track: codes.get(person.trackId ?? '') ?? '', code: person.code }),
    )
  const ticketed = new Set(people.map(({ emailKey }) => emailKey))
  const without =
    isOfAll && who !== 'participants' ? team.filter(({ emailKey }) => emailKey === '' || !ticketed.has(emailKey)) : []
  return {
    ...roomSheet(asked, `${t('onPaper.badges')}, ${title}`),
    event: title,
    badges: [...withTicket, ...without.map((person) => badgeOf(person, person.role, { track: '', code: '' }))],
  }
}
