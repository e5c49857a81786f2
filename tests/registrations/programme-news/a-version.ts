import type { Kysely } from 'kysely'
import { releaseVersion, seenOfProgramme } from '#app/programme/versions/release-version.server.ts'
import { changesSince } from '#app/programme/versions/versions.server.ts'
import type { Database } from '#db/schema.ts'
import { NOW } from '#tests/support/now.ts'

/** Releases the programme as it is; returns the number of the version. */
export async function released(db: Kysely<Database>, eventId: string, note = ''): Promise<number> {
  const { number, now } = await changesSince(db, eventId)
  const seen = seenOfProgramme(number, now)
  const actor = { kind: 'account', id: 'an-account' } as const
  const version = await releaseVersion(db, { eventId, note, seen, now: NOW, actor })
  if (!version.ok) throw new Error(JSON.stringify(version.refusals))
  return version.value.number
}
