import type { Kysely } from 'kysely'
import type { testApp } from './app.ts'
import { signInCookie } from '#app/http/sign-in-cookie.server.ts'
import { newId } from '#app/values/id.ts'
import { addSeconds, type Instant } from '#app/values/moment.ts'
import { hashOf, newToken } from '#app/values/secret.ts'
import type { Database } from '#db/schema.ts'

/** How long a sign-in made here holds, in seconds. */
export const SIGNED_IN_SECONDS = 86_400

/** Signs an account in to a test's application: the cookie is in its jar. */
export async function signInAs(app: Awaited<ReturnType<typeof testApp>>, accountId: string): Promise<void> {
  const { clock, config } = app.services
  const { name, value } = await givenSignIn(app.db, { accountId, baseUrl: config.baseUrl, now: clock.now() })
  app.setCookie(name, value)
}

/** A row as signing in makes it, and the cookie that it is known by. */
export async function givenSignIn(
  db: Kysely<Database>,
  { accountId, baseUrl, now }: { accountId: string; baseUrl: string; now: Instant },
): Promise<{ name: string; value: string }> {
  const token = newToken()
  await db
    .insertInto('signIns')
    .values({
      id: newId(now),
      accountId,
      tokenHash: hashOf(token),
      userAgent: null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: addSeconds(now, SIGNED_IN_SECONDS),
      endedAt: null,
    })
    .execute()
  const [pair = ''] = signInCookie(token, { baseUrl }).split(';')
  const [name = '', value = ''] = pair.split('=', 2)
  return { name, value }
}
