import type { MailSite } from '#app/mail/mail-site.ts'
import { signInToken } from '#app/people/sign-in-token.ts'
import { orderKey } from '#app/registrations/order-key.ts'
import type { Services } from '#app/services.server.ts'

/** The installation as mails need it, with its keys. */
export function mailSite({ config }: Pick<Services, 'config'>): MailSite {
  const { baseUrl, mailFrom, uidDomain, secret } = config
  return {
    baseUrl,
    mailFrom,
    uidDomain,
    orderKey: (order) => orderKey(secret, order),
    signInToken: (linkId) => signInToken(secret, linkId),
  }
}
