import type { Composer } from './composer.server.ts'
import { addressOf } from './mail-site.ts'
import { signInLink } from '#emails/sign-in-link.ts'

export const composeSignInLink: Composer = async (db, site, message, now) => {
  const link = await db.selectFrom('signInLinks').selectAll().where('id', '=', message.subjectId).executeTakeFirst()
  if (!link) return { withdrawn: 'gone' }
  if (link.usedAt !== null || link.expiresAt <= now) return { withdrawn: 'expired' }
  const url = addressOf(site, message.language, `/signin/link/${site.signInToken(link.id)}`)
  const { language } = message
  return { letter: signInLink({ language, email: link.email, url, expiresAt: link.expiresAt, site: site.baseUrl }) }
}
