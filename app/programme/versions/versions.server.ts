import type { Kysely } from 'kysely'
import { diffProgrammes, type SessionChange } from './diff.ts'
import { loadSnapshot } from './load-snapshot.server.ts'
import type { Snapshot } from './snapshot.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

export interface ProgrammeVersion {
  number: number
  note: string
  releasedAt: Instant
}

/** So many versions are on one page. */
export const VERSIONS_PER_PAGE = 20

/** The versions of a programme, the newest first, each with what it changed; of the first one that is nothing. */
export async function listVersions(
  db: Kysely<Database>,
  eventId: string,
  page: number,
  shownAs: (content: Snapshot) => Snapshot = (content) => content,
): Promise<(ProgrammeVersion & { zone: string; changes: SessionChange[]; sessions: number })[]> {
  const rows = await versionsOf(db, eventId)
    .orderBy('number', 'desc')
    .limit(VERSIONS_PER_PAGE + 1)
    .offset((page - 1) * VERSIONS_PER_PAGE)
    .execute()
  const read = rows.map(({ content, ...version }) => ({ ...version, content: shownAs(readContent(content)) }))
  return read.slice(0, VERSIONS_PER_PAGE).map(({ content, ...version }, at) => ({
    ...version,
    zone: content.zone,
    sessions: content.sessions.length,
    changes: read[at + 1] ? diffProgrammes(read[at + 1]!.content, content) : [],
  }))
}

/** A version as it was released, with what it changed; null when there is no such version of this event. */
export async function findVersion(
  db: Kysely<Database>,
  eventId: string,
  number: number,
): Promise<(ProgrammeVersion & { isNewest: boolean; content: Snapshot; changes: SessionChange[] | null }) | null> {
  if (!Number.isSafeInteger(number)) return null
  const rows = await versionsOf(db, eventId)
    .where('number', 'in', [number - 1, number, number + 1])
    .execute()
  const found = rows.find((row) => row.number === number)
  if (!found) return null
  const before = rows.find((row) => row.number === number - 1)
  const content = readContent(found.content)
  const isNewest = !rows.some((row) => row.number > number)
  return { ...found, isNewest, content, changes: before ? diffProgrammes(readContent(before.content), content) : null }
}

/** The programme as a version has it; null when there is none. */
export async function findContent(db: Kysely<Database>, eventId: string, number: number): Promise<Snapshot | null> {
  const row = await versionsOf(db, eventId).where('number', '=', number).executeTakeFirst()
  return row ? readContent(row.content) : null
}

/** The programme now beside its newest version: what changed since; of a programme without versions that is null. */
export async function changesSince(
  db: Kysely<Database>,
  eventId: string,
  shownAs: (content: Snapshot) => Snapshot = (content) => content,
): Promise<{ number: number; now: Snapshot; changes: SessionChange[] | null }> {
  const row = await versionsOf(db, eventId).orderBy('number', 'desc').executeTakeFirst()
  const now = shownAs(await loadSnapshot(db, eventId))
  return {
    number: row?.number ?? 0,
    now,
    changes: row ? diffProgrammes(shownAs(readContent(row.content)), now) : null,
  }
}

function versionsOf(db: Kysely<Database>, eventId: string) {
  return db
    .selectFrom('programmeVersions')
    .select(['number', 'note', 'content', 'releasedAt'])
    .where('eventId', '=', eventId)
}

function readContent(content: string): Snapshot {
  return JSON.parse(content) as Snapshot
}
