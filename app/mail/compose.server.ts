import type { Kysely } from 'kysely'
import { composeAdmission } from './compose-admission.server.ts'
import { composeAward } from './compose-award.server.ts'
import { composeBroadcast } from './compose-broadcast.server.ts'
import { composeCertificate } from './compose-certificate.server.ts'
import { composeEventCancelled } from './compose-event-cancelled.server.ts'
import { composeEventNews } from './compose-event-news.server.ts'
import { composeOrder } from './compose-order.server.ts'
import { composePayerLink } from './compose-payer-link.server.ts'
import { composePayment } from './compose-payment.server.ts'
import { composeProgrammeChanged } from './compose-programme-changed.server.ts'
import { composeProofRefused } from './compose-proof-refused.server.ts'
import { composePublishing } from './compose-publishing.server.ts'
import { composeQuestions } from './compose-questions.server.ts'
import { composeApplication } from './compose-application.server.ts'
import { composeApplicationLink } from './compose-application-link.server.ts'
import { composeReference } from './compose-reference.server.ts'
import { composeRefundSent } from './compose-refund-sent.server.ts'
import { composeRoster, composeRosterSoon } from './compose-roster.server.ts'
import { composeReviewer } from './compose-reviewer.server.ts'
import { composeSeatNews } from './compose-seat-news.server.ts'
import { composeSignInLink } from './compose-sign-in-link.server.ts'
import { composeSurvey } from './compose-survey.server.ts'
import { composeTeamInvitation } from './compose-team-invitation.server.ts'
import { composeTicket } from './compose-ticket.server.ts'
import { composeWaiting } from './compose-waiting.server.ts'
import type { Composer, StoredMessage } from './composer.server.ts'
import type { TemplateName } from './enqueue.server.ts'
import { headerText } from './header-text.ts'
import type { MailSite } from './mail-site.ts'
import type { OutgoingMail } from './mailer.ts'
import { languageOf } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

const COMPOSERS: Record<TemplateName, Composer> = {
  'sign-in-link': composeSignInLink,
  'team-invitation': composeTeamInvitation,
  'order-awaiting-payment': composeOrder,
  'order-confirmed': composeOrder,
  'order-lapsed': composeOrder,
  'late-payment': composeOrder,
  'payment-received': composePayment,
  'payment-reminder': composePayment,
  'claim-refused': composePayment,
  ticket: composeTicket,
  'questions-open': composeQuestions,
  'questions-reminder': composeQuestions,
  'survey-open': composeSurvey,
  'survey-reminder': composeSurvey,
  'proof-refused': composeProofRefused,
  'waiting-list-joined': composeWaiting,
  'waiting-list-offer': composeWaiting,
  'waiting-list-lapsed': composeWaiting,
  'waiting-list-over': composeWaiting,
  'payer-link': composePayerLink,
  'refund-sent': composeRefundSent,
  'seat-changed': composeSeatNews,
  'seat-cancelled': composeSeatNews,
  'seat-not-passed-on': composeSeatNews,
  'event-cancelled': composeEventCancelled,
  'event-moved': composeEventNews,
  'event-postponed': composeEventNews,
  'event-reinstated': composeEventNews,
  'programme-changed': composeProgrammeChanged,
  'publish-asked': composePublishing,
  'publish-answered': composePublishing,
  'publish-done': composePublishing,
  'publish-failed': composePublishing,
  'referee-asked': composeReference,
  'referee-reminder': composeReference,
  'referee-thanks': composeReference,
  'referee-declined': composeReference,
  'application-link': composeApplicationLink,
  'application-saved': composeApplication,
  'application-received': composeApplication,
  'application-reminder': composeApplication,
  'application-withdrawn': composeApplication,
  'reviewer-assigned': composeReviewer,
  'review-reminder': composeReviewer,
  'award-visa-check': composeAward,
  'award-receipts-due': composeAward,
  'award-reimbursed': composeAward,
  'award-receipt-refused': composeAward,
  'award-report-due': composeAward,
  'certificate-name': composeCertificate,
  'certificate-issued': composeCertificate,
  'certificate-reissued': composeCertificate,
  'certificate-revoked': composeCertificate,
  broadcast: composeBroadcast,
  'roster-soon': composeRosterSoon,
  'roster-frozen': composeRoster,
  'roster-changed': composeRoster,
  'admission-offer': composeAdmission,
  'admission-reserve': composeAdmission,
  'admission-declined': composeAdmission,
  'admission-reminder': composeAdmission,
  'admission-lapsed': composeAdmission,
  'admission-withdrawn': composeAdmission,
  'admission-cancelled': composeAdmission,
  'admission-accepted': composeAdmission,
}

/**
 * Writes a stored message at the moment of its sending, from what is true then: a number of queries that does not grow
 * with the order. The Message-ID is the same at every try, so that receivers can tell a repetition.
 */
export async function compose(
  db: Kysely<Database>,
  site: MailSite,
  message: StoredMessage,
  now: Instant,
): Promise<{ mail: OutgoingMail } | { withdrawn: string }> {
  if (message.recipientEmail === '') return { withdrawn: 'erased' }
  const written = await COMPOSERS[message.template as TemplateName](db, site, message, now)
  if ('withdrawn' in written) return written
  const { letter, replyTo, calendar } = written
  const t = translator(languageOf(message.language))
  return {
    mail: {
      messageId: `<${message.id}@${site.mailFrom.split('@')[1]}>`,
      from: { name: t('common.name'), address: site.mailFrom },
      to: { name: headerText(message.recipientName), address: message.recipientEmail },
      ...(replyTo ? { replyTo: { name: '', address: replyTo } } : {}),
      subject: headerText(letter.subject),
      html: letter.html,
      text: letter.text,
      language: languageOf(message.language),
      attachments:
        calendar?.way === 'file'
          ? [{ filename: 'event.ics', contentType: 'text/calendar; charset=utf-8', content: calendar.body }]
          : [],
      ...(calendar?.way === 'invitation' ? { invitation: { method: calendar.method, content: calendar.content } } : {}),
    },
  }
}
