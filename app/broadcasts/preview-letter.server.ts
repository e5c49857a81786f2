import type { Kysely } from 'kysely'
import type { PreviewRow } from './preview-recipients.server.ts'
import type { FoundBroadcast } from './queries.server.ts'
import { withoutKeys } from '#app/mail/without-keys.ts'
import { writeWords } from '#app/mail/write-words.server.ts'
import { emailKey } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

/** A message as one of its readers gets it, but for the keys of their pages. */
export async function previewLetter(
  db: Kysely<Database>,
  { broadcast, reader, baseUrl }: { broadcast: FoundBroadcast; reader: PreviewRow; baseUrl: string },
) {
  const { eventId, texts } = broadcast
  const { subject, name, email, language } = reader
  return await writeWords(db, withoutKeys({ baseUrl }), {
    eventId,
    texts,
    subject,
    reader: { name, emailKey: emailKey(email ?? ''), language },
  })
}
