import type { Kysely } from 'kysely'
import type { MailSite } from '#app/mail/mail-site.ts'
import type { ProgrammeReader } from '#app/mail/programme-readers.server.ts'
import { programmeLetter } from '#app/mail/programme-letter.server.ts'
import { withoutKeys } from '#app/mail/without-keys.ts'
import type { Database } from '#db/schema.ts'

/** The mail about a version as one of its readers will get it; null when it does not concern them any more. */
export async function previewLetter(
  db: Kysely<Database>,
  site: Pick<MailSite, 'baseUrl' | 'uidDomain'>,
  { emailKey, email, name, language }: ProgrammeReader,
  version: { eventId: string; number: number },
): Promise<{ subject: string; text: string; hasFile: boolean } | null> {
  const owner = { recipientKey: emailKey, recipientEmail: email, recipientName: name, language }
  const written = await programmeLetter(db, withoutKeys(site), owner, version)
  if ('withdrawn' in written) return null
  const { letter, calendar } = written
  return { subject: letter.subject, text: letter.text, hasFile: Boolean(calendar) }
}
