import type { testApp } from './app.ts'
import { signInCookie } from '#app/http/sign-in-cookie.server.ts'
import { newId } from '#app/values/id.ts'
import { addSeconds } from '#app/values/moment.ts'
import { hashOf, newToken } from '#app/values/secret.ts'

type App = Awaited<ReturnType<typeof testApp>>

/** Signs an account in to a test's application: a row as signing in makes it, and the cookie in the jar. */
export async function signInAs(app: App, accountId: string): Promise<void> {
  const now = app.services.clock.now()
  const token = newToken()
  await app.db
    .insertInto('signIns')
    .values({
      id: newId(now),
      accountId,
      tokenHash: hashOf(token),
      userAgent: null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: addSeconds(now, 86_400),
      endedAt: null,
    })
    .execute()
  const [pair = ''] = signInCookie(token, app.services.config).split(';')
  const [name = '', value = ''] = pair.split('=', 2)
  app.setCookie(name, value)
}
