import type { Kysely } from 'kysely'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { cleanLine, emailKey } from '#app/values/text.ts'
import { insertRows } from '#db/insert-rows.ts'
import type { Database } from '#db/schema.ts'

/** A message's name, and what its `subjectId` is the id of. */
export type TemplateName =
  | 'sign-in-link' // sign_in_links
  | 'team-invitation' // invitations; occasion: when it was sent again
  | 'order-awaiting-payment' // orders; not sent when nothing is held any more, or nothing is due
  | 'order-confirmed' // orders
  | 'ticket' // registrations
  | 'order-lapsed' // orders
  | 'late-payment' // orders; props: amountMinor, currency
  | 'payment-received' // orders; props: amountMinor, currency: what came of it; not sent once nothing is missing
  | 'payment-reminder' // orders; not sent when nothing is due
  | 'claim-refused' // payment_claims
  | 'questions-open' // registrations; props: stage, which is the occasion too
  | 'questions-reminder' // registrations; as above
  | 'survey-open' // registrations; occasion: the survey; props: surveyId; not sent once it is answered or closed
  | 'survey-reminder' // registrations; as above
  | 'proof-refused' // registrations
  | 'waiting-list-joined' // waiting_list_entries; props: place, of, seatsBefore
  | 'waiting-list-offer' // offers; props: amountMinor, currency; rest, restId: who of the party goes on waiting
  | 'waiting-list-lapsed' // offers
  | 'waiting-list-over' // waiting_list_entries; props: why
  | 'refund-sent' // orders; occasion: the refund attempt; props: amountMinor, currency, way
  | 'seat-changed' // registrations; occasion: what changed it
  | 'seat-cancelled' // registrations
  | 'seat-not-passed-on' // registrations; occasion: the change that an organizer refused
  | 'payer-link' // orders; to who pays, once an address; not sent when nothing is due
  | 'event-cancelled' // orders, registrations or the event itself
  | 'event-moved' // events; occasion: which change; props: how it was (event-before.ts); told from what is true by then
  | 'event-postponed' // events; as above
  | 'event-reinstated' // events; as above
  | 'programme-changed' // events; occasion: which version; props: version
  | 'publish-asked' // publish_requests; to those who may agree; not sent once it is answered
  | 'publish-answered' // publish_requests; to who asked
  | 'publish-done' // publish_requests; at its time, to who asked and who agreed
  | 'publish-failed' // publish_requests; as above: its time came and the checklist said no
  | 'referee-asked' // referees; occasion: when
  | 'referee-reminder' // referees; occasion: when
  | 'referee-thanks' // referees
  | 'application-saved' // applications; occasion: when it was asked for again; not sent once it is over
  | 'application-received' // applications; occasion: as above
  | 'application-reminder' // applications; not sent once nothing is missing, or its call is shut
  | 'application-withdrawn' // applications
  | 'referee-declined' // referees; to the applicant; occasion: when
  | 'application-link' // applications: an organizer wrote it down for its applicant
  | 'reviewer-assigned' // calls; occasion: the batch; not sent once all of theirs is scored; names no applicant
  | 'review-reminder' // calls; occasion: until when; as above
  | 'broadcast' // broadcasts; props: as what its reader gets it, by id (own-values.server.ts); isTest
  | 'admission-offer' // applications; occasion: the offer; props: untilAt, ticketMinor, ticketCurrency, ownMinor; not sent once it is answered
  | 'admission-reserve' // applications; occasion: the release
  | 'admission-declined' // applications; occasion: the release
  | 'admission-reminder' // applications; occasion: the offer; as admission-offer
  | 'admission-lapsed' // applications; occasion: the offer
  | 'admission-withdrawn' // applications; occasion: the offer; told with its reason
  | 'admission-cancelled' // applications; occasion: what was called off and when; props: why, hadOffer
  | 'admission-accepted' // applications; occasion: the offer
  | 'award-visa-check' // awards; occasion: how many days before; not sent once the visa is settled
  | 'award-receipts-due' // awards; occasion: how many days after
  | 'award-reimbursed' // awards; occasion: the payout
  | 'award-receipt-refused' // awards; occasion: the payout
  | 'award-report-due' // awards; occasion: when; not sent once it is here
  | 'certificate-name' // registrations; not sent once its person has agreed to the name
  | 'certificate-issued' // certificates; not sent once it is revoked
  | 'certificate-reissued' // certificates; occasion: the version; as above
  | 'certificate-revoked' // certificates
  | 'roster-soon' // events; to organizers; occasion: the day of freezing; props: freezeOn, how many are at risk and why
  | 'roster-frozen' // events; to instructors; occasion: when it was frozen; props: trackIds
  | 'roster-changed' // events; to instructors; occasion: the day; props: trackIds; tells what is new since the last one

export interface NewMessage {
  template: TemplateName
  /** The id of what the mail is about: an order, a registration, a sign-in link. */
  subjectId: string
  recipient: { email: string; name: string }
  language: string
  /** Tells two mails of one template about one subject apart: the attempt's id, a date. Empty for once ever. */
  occasion?: string
  eventId?: string | null
  /** Not sent before; at once unless told. */
  dueAt?: Instant
  /** What no table holds. Never a key, a token or a personal value: those are read when the mail is written. */
  props?: Record<string, string | number | null>
}

/** Stores mails in the transaction of the fact that they tell. What is stored already is left alone. */
export async function enqueueMessages(db: Kysely<Database>, messages: NewMessage[], now: Instant): Promise<void> {
  const rows = messages.map((message) => ({
    id: newId(now),
    template: message.template,
    subjectId: message.subjectId,
    recipientKey: emailKey(message.recipient.email),
    occasion: message.occasion ?? '',
    recipientEmail: message.recipient.email,
    recipientName: cleanLine(message.recipient.name),
    language: message.language,
    eventId: message.eventId ?? null,
    props: JSON.stringify(message.props ?? {}),
    state: 'waiting' as const,
    attempts: 0,
    dueAt: message.dueAt ?? now,
    leasedUntil: null,
    sentAt: null,
    lastError: null,
    createdAt: now,
  }))
  await insertRows(db, 'messages', rows, { isOnce: true })
}
