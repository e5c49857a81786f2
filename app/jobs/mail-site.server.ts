import { applicationKey, refereeKey } from '#app/applications/application-key.ts'
import type { MailSite } from '#app/mail/mail-site.ts'
import { signInToken } from '#app/people/sign-in-token.ts'
import { invitationToken } from '#app/people/team/invitation-key.ts'
import { orderKey, payerKey, seatKey } from '#app/registrations/order-key.ts'
import type { Services } from '#app/services.server.ts'
import { offerKey, waitingKey } from '#app/waiting-list/waiting-key.ts'

/** The installation as mails need it, with its keys. */
export function mailSite({ config }: Pick<Services, 'config'>): MailSite {
  const { baseUrl, mailFrom, calendarMailbox, uidDomain, secret } = config
  return {
    baseUrl,
    mailFrom,
    calendarMailbox,
    uidDomain,
    orderKey: (order) => orderKey(secret, order),
    payerKey: (order) => payerKey(secret, order),
    seatKey: (seat) => seatKey(secret, seat),
    waitingKey: (entry) => waitingKey(secret, entry),
    offerKey: (offerId) => offerKey(secret, offerId),
    signInToken: (linkId) => signInToken(secret, linkId),
    invitationToken: (invitationId) => invitationToken(secret, invitationId),
    applicationKey: (application) => applicationKey(secret, application),
    refereeKey: (referee) => refereeKey(secret, referee),
  }
}
