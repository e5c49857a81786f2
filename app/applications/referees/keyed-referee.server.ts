import type { Kysely } from 'kysely'
import { lettersUntil } from './letters-until.ts'
import { findFiles } from '#app/files/read-file.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import { clockOf } from '#app/values/closing-zone.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** What tells whether a link is theirs; null for an id that is nobody's. */
export async function keyedReferee(db: Kysely<Database>, id: string) {
  return (await db.selectFrom('referees').select(['id', 'keyVersion']).where('id', '=', id).executeTakeFirst()) ?? null
}

/** `over`: the application or the question was withdrawn; `late`: letters are no longer taken. */
export type ReferenceStanding = 'asked' | 'answered' | 'declined' | 'late' | 'over'

/** What else an employer is asked; '' where it was not answered. */
export interface EmployerFacts {
  releases: '' | 'yes' | 'no'
  pays: string
}

/** What somebody who is asked for a letter sees: who asks, for what, until when, and what they have written so far. */
export async function referenceView(
  db: Kysely<Database>,
  { refereeId, language, now }: { refereeId: string; language: string; now: Instant },
) {
  const row = await db
    .selectFrom('referees')
    .innerJoin('applications', 'applications.id', 'referees.applicationId')
    .innerJoin('people', 'people.id', 'applications.personId')
    .innerJoin('calls', 'calls.id', 'applications.callId')
    .innerJoin('events', 'events.id', 'applications.eventId')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .selectAll('referees')
    .select(['applications.callId', 'applications.eventId', 'applications.state as application'])
    .select(['people.fullName as applicant', 'events.slug', 'events.zone', 'events.city', 'events.language as own'])
    .select(['events.startsOn', 'events.endsOn', 'events.status', 'events.contactEmail', 'series.mark'])
    .select(['calls.refereesUntilAt', 'calls.closesAt', 'calls.closesZone', 'calls.status as call'])
    .where('referees.id', '=', refereeId)
    .executeTakeFirstOrThrow()
  const titles = await db
    .selectFrom('eventTexts')
    .select(['language', 'title'])
    .where('eventId', '=', row.eventId)
    .execute()
  const calls = await db
    .selectFrom('callTexts')
    .select(['language', 'title'])
    .where('callId', '=', row.callId)
    .execute()
  const [file] = await findFiles(db, row.fileId === null ? [] : [row.fileId])
  const untilAt = lettersUntil(row)
  const isOver =
    row.application === 'withdrawn' ||
    row.state === 'withdrawn' ||
    row.state === 'named' ||
    row.status === 'cancelled' ||
    row.call === 'cancelled'
  const isLate = untilAt !== null && now >= untilAt
  const standing: ReferenceStanding = isOver
    ? 'over'
    : isLate
      ? 'late'
      : (row.state as 'asked' | 'answered' | 'declined')
  return {
    id: row.id,
    kind: row.kind,
    fullName: row.fullName,
    applicant: row.applicant,
    standing,
    isAnswered: row.state === 'answered',
    letter: row.letter ?? '',
    facts: factsOf(row.facts),
    file: file && file.erasedAt === null ? { name: file.name, byteCount: file.byteCount } : null,
    savedAt: row.updatedAt,
    answeredAt: row.answeredAt,
    untilAt,
    untilZone: clockOf(row.closesZone, row.zone),
    eventId: row.eventId,
    event: inLanguage(titles, language, row.own)?.title ?? row.slug,
    call: inLanguage(calls, language)?.title ?? '',
    slug: row.slug,
    mark: row.mark,
    zone: row.zone,
    city: row.city,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    contactEmail: row.contactEmail,
  }
}

export type ReferenceView = Awaited<ReturnType<typeof referenceView>>

/** The stored facts of a letter. */
export function factsOf(json: string): EmployerFacts {
  const held = JSON.parse(json) as Partial<EmployerFacts>
  return { releases: held.releases ?? '', pays: held.pays ?? '' }
}
