import type { Kysely } from 'kysely'
import type { BadgeRole } from './paper-printer.ts'
import type { EventPlace } from '#app/people/rights.ts'
import { emailKey } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

/** Somebody who works at the event or speaks there, by the address that their ticket would carry as well. */
export interface TeamPerson {
  /** '' where none is known. */
  emailKey: string
  role: BadgeRole
  fullName: string
  latinName: string | null
  badgeName: string | null
  country: string | null
  affiliation: string | null
}

const ROLES = { organizer: 'organizer', instructor: 'instructor', 'front-desk': 'front-desk' } as const

/** The strongest first: who organizes and speaks is an organizer. */
const RANKED: BadgeRole[] = ['organizer', 'front-desk', 'instructor', 'speaker']

/** Everybody with a part in the event besides a ticket, each once, by name. */
export async function teamPeople(db: Kysely<Database>, event: EventPlace): Promise<TeamPerson[]> {
  const [held, speakers] = await Promise.all([holders(db, event), speakersOf(db, event.id)])
  const known = new Map<string, TeamPerson>()
  for (const person of [...held, ...speakers].toSorted((one, other) => rank(one) - rank(other))) {
    const key = person.emailKey === '' ? `name ${person.fullName}` : person.emailKey
    if (!known.has(key)) known.set(key, person)
  }
  return [...known.values()].toSorted((one, other) => one.fullName.localeCompare(other.fullName, 'en'))
}

function rank({ role }: TeamPerson): number {
  return RANKED.indexOf(role)
}

async function holders(db: Kysely<Database>, { id, seriesId }: EventPlace): Promise<TeamPerson[]> {
  const rows = await db
    .selectFrom('roles')
    .innerJoin('accounts', 'accounts.id', 'roles.accountId')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select(['roles.role', 'accounts.emailKey', 'people.fullName', 'people.latinName', 'people.badgeName'])
    .select(['people.country', 'people.affiliation'])
    .where('roles.role', 'in', ['organizer', 'instructor', 'front-desk'])
    .where('accounts.isDisabled', '=', 0)
    .where(({ or, and, eb }) =>
      or([
        and([eb('roles.scope', '=', 'event'), eb('roles.scopeId', '=', id)]),
        and([eb('roles.scope', '=', 'series'), eb('roles.scopeId', '=', seriesId)]),
      ]),
    )
    .execute()
  return rows.map(({ role, ...person }) => ({ ...person, role: ROLES[role as keyof typeof ROLES] }))
}

async function speakersOf(db: Kysely<Database>, eventId: string): Promise<TeamPerson[]> {
  const rows = await db
    .selectFrom('sessionPeople')
    .innerJoin('sessions', 'sessions.id', 'sessionPeople.sessionId')
    .select(['sessionPeople.fullName', 'sessionPeople.email', 'sessionPeople.affiliation'])
    .where('sessions.eventId', '=', eventId)
    .execute()
  return rows.map(({ fullName, email, affiliation }) => ({
    emailKey: emailKey(email ?? ''),
    role: 'speaker' as const,
    fullName,
    latinName: null,
    badgeName: null,
    country: null,
    affiliation,
  }))
}
