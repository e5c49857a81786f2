import { languageOf } from '#app/locales/languages.ts'

/** The installation as mails need it. Keys are derived where a mail is written, so that no table and no log holds them. */
export interface MailSite {
  baseUrl: string
  mailFrom: string
  calendarMailbox: string
  uidDomain: string
  orderKey(order: { id: string; keyVersion: number }): string
  payerKey(order: { id: string; keyVersion: number }): string
  seatKey(seat: { id: string; personId: string; keyVersion: number }): string
  waitingKey(entry: { id: string; keyVersion: number }): string
  offerKey(offerId: string): string
  signInToken(linkId: string): string
  invitationToken(invitationId: string): string
  applicationKey(application: { id: string; keyVersion: number }): string
  refereeKey(referee: { id: string; keyVersion: number }): string
}

/** An address of ours in the reader's language, whatever their browser prefers. */
export function addressOf(site: Pick<MailSite, 'baseUrl'>, language: string, path: string): string {
  return `${site.baseUrl}/${languageOf(language)}${path}`
}
