import type { Kysely } from 'kysely'
import { calendar, entry } from './given-import.ts'
import { saveFile } from '#app/files/save-file.server.ts'
import type { Database } from '#db/schema.ts'
import { NOW } from '#tests/support/now.ts'

/** A calendar file that waits for being looked at. */
export async function givenProgrammeFile(db: Kysely<Database>, eventId: string): Promise<string> {
  const content = Buffer.from(calendar(entry('a', '14T070000', 'Opening')))
  const file = { content, name: 'programme.ics', purpose: 'programme', eventId, eraseAt: null, now: NOW } as const
  const saved = await saveFile(db, file)
  if (!saved.ok) throw new Error(JSON.stringify(saved))
  return saved.value.id
}
