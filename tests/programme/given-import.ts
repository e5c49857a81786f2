import { readFileSync } from 'node:fs'
import { importProgramme } from '#app/programme/import/import-programme.server.ts'
import { previewImport } from '#app/programme/import/preview-import.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { NOW, type testServices } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'

export const SITE = { baseUrl: 'http://plenary.test', uidDomain: 'plenary.test' }
export const LATER = addMinutes(NOW, 60)

export const sample = (name: string) =>
  readFileSync(new URL(`../calendar/samples/${name}.ics`, import.meta.url)).toString()

export const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')

export const entry = (uid: string, time: string, title: string, ...more: string[]) =>
  [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTART:202706${time}Z`,
    'DURATION:PT1H',
    `SUMMARY:${title}`,
    ...more,
    'END:VEVENT',
  ].join('\r\n')

/** Files looked at and imported, as an organizer does it. */
export function importing(db: Awaited<ReturnType<typeof testServices>>['db'], eventId: string) {
  const look = async (text: string) => (await previewImport(db, { eventId, content: Buffer.from(text), site: SITE }))!
  const apply = async (
    text: string,
    { seen, remove = [], isPublic = true }: { seen?: string; remove?: string[]; isPublic?: boolean } = {},
  ) =>
    await importProgramme(db, {
      eventId,
      file: { id: 'a-file', content: Buffer.from(text) },
      site: SITE,
      seen: seen ?? (await look(text)).seen,
      remove,
      isPublic,
      now: LATER,
      actor: { kind: 'account', id: 'an-account' },
    })
  return {
    look,
    apply,
    /** `new 14 07:00 Title` for each entry. */
    async plan(text: string) {
      return (await look(text)).entries.map((one) =>
        [
          one.is,
          one.is === 'refused'
            ? one.problems.map(({ code }) => code).join(',')
            : one.is === 'left-out'
              ? one.why
              : one.when.slice(8, 22),
          one.title,
          ...(one.is === 'changed' ? one.changes.map(({ field, from, to }) => `${field}: ${from} → ${to}`) : []),
        ].join(' '),
      )
    },
    async rows() {
      return await db
        .selectFrom('sessions')
        .leftJoin('tracks', 'tracks.id', 'sessions.trackId')
        .selectAll('sessions')
        .select('tracks.code as track')
        .where('sessions.eventId', '=', eventId)
        .orderBy('startsAt')
        .orderBy('sessions.title')
        .execute()
    },
  }
}

export const organizer = async (db: Awaited<ReturnType<typeof testServices>>['db'], eventId: string) =>
  (await givenAccount(db, 'programme@plenary.example', [{ role: 'organizer', scope: 'event', scopeId: eventId }]))
    .accountId
