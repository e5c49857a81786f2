import type { Kysely } from 'kysely'
import { signInToken } from '#app/people/sign-in-token.ts'
import type { Database } from '#db/schema.ts'

/** The address in the one mail that waits for somebody, as the mail will carry it. */
export async function mailedLink(
  { db, services }: { db: Kysely<Database>; services: { config: { secret: string } } },
  email: string,
): Promise<string> {
  const { subjectId } = await db
    .selectFrom('messages')
    .select('subjectId')
    .where('recipientKey', '=', email)
    .where('template', '=', 'sign-in-link')
    .executeTakeFirstOrThrow()
  return `/signin/link/${signInToken(services.config.secret, subjectId)}`
}
