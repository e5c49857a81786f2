import type { Kysely } from 'kysely'
import { type ProgrammeReader, programmeReaders } from '#app/mail/programme-readers.server.ts'
import { concerning } from '#app/programme/versions/concerns.ts'
import type { SessionChange } from '#app/programme/versions/diff.ts'
import { findVersion, type ProgrammeVersion } from '#app/programme/versions/versions.server.ts'
import type { Database } from '#db/schema.ts'

export interface VersionNews extends ProgrammeVersion {
  zone: string
  isNewest: boolean
  /** What is told, each with how many people it concerns. */
  changes: { change: SessionChange; people: number }[]
  /** Who is told of something, and of how many sessions. */
  readers: (ProgrammeReader & { count: number })[]
  /** How many of them have their mail already, sent or waiting. */
  told: number
}

/** The occasion of the mails about a version: with it nobody is told twice. */
export function occasionOf(number: number): string {
  return `version-${number}`
}

/**
 * Whom a version of the programme concerns, and with what. Null when there is no such version, or nothing before it that
 * it could be compared with.
 */
export async function newsOfVersion(
  db: Kysely<Database>,
  { eventId, number }: { eventId: string; number: number },
): Promise<VersionNews | null> {
  const version = await findVersion(db, eventId, number)
  if (!version?.changes) return null
  const { changes, content, ...facts } = version
  const people = new Map<SessionChange, number>()
  // Thousands have the same few reasons.
  const known = new Map<string, SessionChange[]>()
  const readers = (await programmeReaders(db, { eventId })).flatMap((reader) => {
    const reason = JSON.stringify(reader.standing)
    const theirs = known.get(reason) ?? concerning(changes, reader.standing)
    known.set(reason, theirs)
    for (const change of theirs) people.set(change, (people.get(change) ?? 0) + 1)
    return theirs.length === 0 ? [] : [{ ...reader, count: theirs.length }]
  })
  const { told } = await db
    .selectFrom('messages')
    .select((row) => row.fn.countAll<number | string>().as('told'))
    .where('template', '=', 'programme-changed')
    .where('subjectId', '=', eventId)
    .where('occasion', '=', occasionOf(number))
    .executeTakeFirstOrThrow()
  return {
    ...facts,
    zone: content.zone,
    changes: [...people].map(([change, count]) => ({ change, people: count })),
    readers,
    told: Number(told),
  }
}
