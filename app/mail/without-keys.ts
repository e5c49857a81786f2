import type { MailSite } from './mail-site.ts'

/** The installation for mails that somebody else looks at: whoever has the key of a page may do everything on it. */
export function withoutKeys(site: Pick<MailSite, 'baseUrl'> & Partial<MailSite>): MailSite {
  const hidden = () => 'hidden'
  return {
    mailFrom: '',
    calendarMailbox: '',
    uidDomain: '',
    ...site,
    orderKey: hidden,
    payerKey: hidden,
    seatKey: hidden,
    waitingKey: hidden,
    offerKey: hidden,
    signInToken: hidden,
    invitationToken: hidden,
    applicationKey: hidden,
    refereeKey: hidden,
  }
}
