import type { Kysely } from 'kysely'
import { type Conflict, findConflicts } from './find-conflicts.ts'
import { daysOfEvent } from '../event-days.ts'
import { listSessions } from '../list-sessions.server.ts'
import { listRooms } from '../rooms/list-rooms.server.ts'
import type { Database } from '#db/schema.ts'

/** A conflict with the sessions it is about, in the words that its sentence needs. */
export interface ShownConflict {
  is: Conflict['is']
  values: { what?: string; capacity?: number; seats?: number }
  sessions: { id: string; title: string; heldOn: string; startsTime: string }[]
}

/** A programme of so many sessions fits on one page. */
const ON_ONE_PAGE = 200
/** Who has more of them reads the first ones and mends those. */
const SHOWN_CONFLICTS = 25

/**
 * The programme as those who make it see it: the sessions of one day, or of all days while they are few enough, and
 * what does not go together on any day. Five queries, however many sessions there are.
 */
export async function programmeDesk(db: Kysely<Database>, { eventId, day }: { eventId: string; day: string | null }) {
  const [event, all, rooms] = await Promise.all([
    db.selectFrom('events').select(['firstOn', 'lastOn']).where('id', '=', eventId).executeTakeFirstOrThrow(),
    listSessions(db, eventId),
    listRooms(db, eventId),
  ])
  const held = new Set(all.map(({ heldOn }) => heldOn))
  const days = [...new Set([...daysOfEvent(event), ...held])].toSorted()
  const isWhole = all.length <= ON_ONE_PAGE
  const chosen = days.find((one) => one === day) ?? null
  const shownDay = chosen ?? (isWhole ? null : ([...held].toSorted()[0] ?? null))
  const conflicts = findConflicts(all, { ...event, rooms })
  const told = breaksOnce(conflicts)
  const byId = new Map(all.map((session) => [session.id, session]))
  return {
    total: all.length,
    days: days.map((one) => ({ day: one, isHeld: held.has(one) })),
    day: shownDay,
    isWhole,
    /** Those that somebody put in order; others have a column on the days on which they are used. */
    rooms: rooms.filter(({ id }) => id !== null).map(({ name }) => name),
    sessions: all
      .filter(({ heldOn }) => shownDay === null || heldOn === shownDay)
      // Addresses are for telling people; no page shows them.
      .map(({ people, ...session }) => ({ ...session, people: people.map(({ fullName }) => fullName) })),
    conflicts: told.slice(0, SHOWN_CONFLICTS).map((one) => shown(one, byId)),
    conflictCount: told.length,
    /** By session, what does not go together with something. */
    troubles: Object.fromEntries(
      [...Map.groupBy(pairs(conflicts), ([id]) => id)].map(([id, of]) => [id, of.map(([, is]) => is)]),
    ),
  }
}

type Sessions = Map<string, Awaited<ReturnType<typeof listSessions>>[number]>

type Told = Pick<Conflict, 'is'> & { sessions: string[] }

/** All that is held during one break is one thing to mend. */
function breaksOnce(conflicts: Conflict[]): Told[] {
  const breaks = new Map<string, Told>()
  return conflicts.flatMap((conflict): Told[] => {
    if (conflict.is !== 'break') return [conflict]
    const [session, pause] = conflict.sessions
    const known = breaks.get(pause)
    if (known) known.sessions.splice(-1, 0, session)
    else breaks.set(pause, { is: 'break', sessions: [session, pause] })
    return known ? [] : [breaks.get(pause)!]
  })
}

function shown(conflict: Told & { what?: string; capacity?: number; seats?: number }, byId: Sessions): ShownConflict {
  const { is, sessions, ...values } = conflict
  const found = sessions.map((id) => byId.get(id)!)
  // A track is known by its id to us and by its code to people.
  const what = is === 'track' ? { what: found[0]!.trackCode ?? '' } : {}
  return {
    is,
    values: { ...values, ...what },
    sessions: found.map(({ id, title, heldOn, startsTime }) => ({ id, title, heldOn, startsTime })),
  }
}

/** Each session once with each kind of conflict that it is in; a break is not at fault. */
function pairs(conflicts: Conflict[]): [string, Conflict['is']][] {
  const found = new Map<string, [string, Conflict['is']]>()
  for (const { is, sessions } of conflicts)
    for (const id of is === 'break' ? sessions.slice(0, 1) : sessions) found.set(`${id} ${is}`, [id, is])
  return [...found.values()]
}

export type ProgrammeDesk = Awaited<ReturnType<typeof programmeDesk>>
