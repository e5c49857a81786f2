import type { Kysely } from 'kysely'
import { type NamedPerson, nameOf } from './name-of.ts'
import type { CertificateContent } from './certificate.ts'
import { readRule, type StoredRule } from './read-rule.server.ts'
import { type Reason, reasonsAgainst, shareOf } from './who-gets-one.ts'
import { type HeldSlots, heldSlots, sharesOf } from '#app/attendance/attendance-shares.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { TRACK_OF } from '#app/registrations/track-of.server.ts'
import { ownTurn } from '#app/values/own-turn.ts'
import type { Database } from '#db/schema.ts'

export interface StandingScope {
  eventId: string
  trackIds: string[] | 'all'
  now: Instant
}

/** Of one lot: short enough that others are served between two of them. */
const AT_ONCE = 500

/** Where somebody stands: has one; its name was corrected since; would get one; gets none. */
export type StandingState = 'issued' | 'changed' | 'gets' | 'none'

const NOTHING = { present: 0, excused: 0, of: 0 }

/**
 * Everybody of an event who could have a certificate, by name, with why or why not, some hundred at a time: of a hundred
 * thousand, no more than their ids are in memory.
 */
export async function* readStandings(db: Kysely<Database>, scope: StandingScope): AsyncGenerator<Standing[]> {
  const common = await readCommon(db, scope)
  const listed = await candidates(db, scope)
    .select('registrations.id')
    .orderBy('people.sortKey')
    .orderBy('registrations.id')
    .execute()
  for (let at = 0; at < listed.length; at += AT_ONCE) {
    const registrationIds = listed.slice(at, at + AT_ONCE).map(({ id }) => id)
    yield await judge(db, { ...scope, ...common, registrationIds })
    await ownTurn()
  }
}

/** The same of some people alone, in the order of their ids as given; whoever could have none is left out. */
export async function listStandings(
  db: Kysely<Database>,
  { registrationIds, ...scope }: StandingScope & { registrationIds: string[] },
): Promise<Standing[]> {
  if (registrationIds.length === 0) return []
  return await judge(db, { ...scope, ...(await readCommon(db, scope)), registrationIds })
}

async function readCommon(db: Kysely<Database>, { eventId, now }: StandingScope) {
  const [rule, held] = await Promise.all([readRule(db, eventId), heldSlots(db, { eventId, now })])
  return { rule, held }
}

type Judged = StandingScope & { registrationIds: string[]; rule: StoredRule; held: HeldSlots }

async function judge(db: Kysely<Database>, { registrationIds, rule, held, ...scope }: Judged) {
  const [named, shares, turnouts, certificates] = await Promise.all([
    peopleOf(db, scope, registrationIds),
    sharesOf(db, { held, registrationIds }),
    rule.needsSurveyId === null ? [] : answered(db, rule.needsSurveyId, registrationIds),
    db
      .selectFrom('certificates')
      .select(['id', 'registrationId', 'serial', 'number', 'state', 'version', 'content', 'issuedAt', 'erasedAt'])
      .select(['revokedAt', 'reason', 'personId'])
      .where('registrationId', 'in', registrationIds)
      .orderBy('number')
      .execute(),
  ])
  const hasAnswered = new Set(turnouts.map(({ registrationId }) => registrationId))
  const own = Map.groupBy(certificates, ({ registrationId }) => registrationId)
  const people = named.filter(({ state, registrationId }) => state === 'confirmed' || own.has(registrationId))
  return people.map((person) => {
    const held = own.get(person.registrationId) ?? []
    const active = held.find(({ state }) => state === 'issued') ?? null
    const { content, ...certificate } = active ?? { content: '' }
    const isOthers = active !== null && active.personId !== person.personId
    const attended = shares.get(person.registrationId) ?? NOTHING
    const reasons = reasonsAgainst(
      {
        isConfirmed: person.state === 'confirmed',
        attended,
        hasAnswered: hasAnswered.has(person.registrationId),
        hasName: person.confirmedAt !== null,
        isSignedOff: person.signedOffAt !== null,
        decision: person.decision,
        wasRevoked: held.some(({ state, personId }) => state === 'revoked' && personId === person.personId),
        isOthers,
      },
      rule,
    )
    const name = nameOf(person)
    return {
      ...person,
      ...name,
      attended,
      share: shareOf(attended),
      reasons,
      certificate: active && (certificate as Omit<typeof active, 'content'>),
      revoked: held.filter(({ state }) => state === 'revoked').map(({ serial }) => serial),
      standing: standingOf(isOthers ? null : active && { ...active, content }, name, reasons),
    }
  })
}

export type Standing = Awaited<ReturnType<typeof judge>>[number]

function standingOf(
  active: { content: string; erasedAt: string | null } | null,
  name: { name: string; latinName: string | null },
  reasons: Reason[],
): StandingState {
  if (active === null) return reasons.length === 0 ? 'gets' : 'none'
  if (active.erasedAt !== null) return 'issued'
  const said = JSON.parse(active.content) as CertificateContent
  return said.name === name.name && said.latinName === name.latinName ? 'issued' : 'changed'
}

async function answered(db: Kysely<Database>, surveyId: string, registrationIds: string[]) {
  return await db
    .selectFrom('surveyTurnouts')
    .select('registrationId')
    .where('surveyId', '=', surveyId)
    .where('registrationId', 'in', registrationIds)
    .execute()
}

type Candidate = NamedPerson & {
  registrationId: string
  personId: string
  code: string
  state: string
  trackId: string | null
  sortKey: string
  country: string | null
  confirmedAt: Instant | null
  confirmedBy: '' | 'person' | 'organizer' | null
  signedOffAt: Instant | null
  decision: 'given' | 'kept' | null
  exceptionReason: string | null
}

/**
 * Those of these people who have a name and a main seat of the event, in the order of the ids. Looked up by id alone: with
 * another indexed column beside it SQLite reads everybody of the event for each lot.
 */
async function peopleOf(
  db: Kysely<Database>,
  { eventId, trackIds }: Omit<StandingScope, 'now'>,
  registrationIds: string[],
): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .leftJoin('certificateNames as name', 'name.registrationId', 'registrations.id')
    .leftJoin('certificateExceptions as exception', 'exception.registrationId', 'registrations.id')
    .select(['registrations.id as registrationId', 'registrations.code', 'registrations.state', 'people.sortKey'])
    .select(['registrations.personId', 'registrations.eventId', 'registrations.mainRegistrationId'])
    .select(['people.fullName', 'people.latinName', 'people.certificateName', 'people.country'])
    .select(['name.name as writtenName', 'name.latinName as writtenLatin', 'name.confirmedAt', 'name.confirmedBy'])
    .select(['name.signedOffAt', 'exception.decision', 'exception.reason as exceptionReason', TRACK_OF.as('trackId')])
    .where('registrations.id', 'in', registrationIds)
    .where('people.erasedAt', 'is', null)
    .where('people.fullName', '<>', '')
    .$if(trackIds !== 'all', (query) => query.where(TRACK_OF, 'in', [...(trackIds as string[]), '']))
    .execute()
  const known = new Map(
    rows.flatMap(({ eventId: of, mainRegistrationId, ...row }) =>
      of === eventId && mainRegistrationId === null ? [[row.registrationId, row] as const] : [],
    ),
  )
  return registrationIds.flatMap((id) => known.get(id) ?? [])
}

/** Named people with a main seat, and those who have a certificate although their seat is gone. */
function candidates(db: Kysely<Database>, { eventId, trackIds }: Omit<StandingScope, 'now'>) {
  const issued = db.selectFrom('certificates').select('registrationId').where('eventId', '=', eventId)
  return db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .where('registrations.eventId', '=', eventId)
    .where('registrations.mainRegistrationId', 'is', null)
    .where('people.erasedAt', 'is', null)
    .where('people.fullName', '<>', '')
    .where((row) => row.or([row('registrations.state', '=', 'confirmed'), row('registrations.id', 'in', issued)]))
    .$if(trackIds !== 'all', (query) => query.where(TRACK_OF, 'in', [...(trackIds as string[]), '']))
}
