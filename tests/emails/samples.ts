import { awardNews } from '#emails/award-news.ts'
import { applicationLetters } from './application-samples.ts'
import { admissionAccepted } from '#emails/admission-accepted.ts'
import { admissionNews } from '#emails/admission-news.ts'
import { admissionOffer } from '#emails/admission-offer.ts'
import { claimRefused } from '#emails/claim-refused.ts'
import { certificateNews } from '#emails/certificate.ts'
import type { LetterCalendar } from '#emails/calendar-note.ts'
import type { MailEvent, MailEventBefore, MailOrder } from '#emails/event.ts'
import { eventNews, type EventNews } from '#emails/event-news.ts'
import { publishing } from '#emails/publishing.ts'
import { eventCancelled } from '#emails/event-cancelled.ts'
import { latePayment } from '#emails/late-payment.ts'
import type { Letter } from '#emails/layout.ts'
import { orderAwaitingPayment } from '#emails/order-awaiting-payment.ts'
import { orderConfirmed } from '#emails/order-confirmed.ts'
import { orderLapsed } from '#emails/order-lapsed.ts'
import type { MailPayment } from '#emails/payment-facts.ts'
import { payerLink } from '#emails/payer-link.ts'
import { paymentReceived } from '#emails/payment-received.ts'
import { paymentReminder } from '#emails/payment-reminder.ts'
import { programmeChanged } from '#emails/programme-changed.ts'
import { refundSent } from '#emails/refund-sent.ts'
import { reviewerAssigned } from '#emails/reviewer-assigned.ts'
import { rosterChanged } from '#emails/roster-changed.ts'
import { rosterFrozen } from '#emails/roster-frozen.ts'
import { rosterSoon } from '#emails/roster-soon.ts'
import { seatNews } from '#emails/seat-news.ts'
import { signInLink } from '#emails/sign-in-link.ts'
import { teamInvitation } from '#emails/team-invitation.ts'
import { diffProgrammes } from '#app/programme/versions/diff.ts'
import { aSession, aSnapshot } from '#tests/programme/versions/a-snapshot.ts'
import { proofRefused } from '#emails/proof-refused.ts'
import { questions } from '#emails/questions.ts'
import { survey } from '#emails/survey.ts'
import { ticket } from '#emails/ticket.ts'
import type { MailWaiting } from '#emails/waiting-facts.ts'
import { waitingListJoined } from '#emails/waiting-list-joined.ts'
import { waitingListLapsed } from '#emails/waiting-list-lapsed.ts'
import { waitingListOffer } from '#emails/waiting-list-offer.ts'
import { waitingListOver } from '#emails/waiting-list-over.ts'
import { applicationLink } from '#emails/application-link.ts'
import { type MailReference, referenceLetter } from '#emails/reference.ts'
import { referenceDeclined } from '#emails/reference-declined.ts'

const KEY = 'k'.repeat(32)

export const EVENT: MailEvent = {
  title: 'Network Training Workshop 2027',
  titleLanguage: 'en',
  seriesName: 'NTW',
  mark: 'ntw',
  startsOn: '2027-06-14',
  endsOn: '2027-06-18',
  startsTime: '09:00',
  startsAt: '2027-06-14T07:00:00.000Z',
  zone: 'Africa/Kigali',
  format: 'hybrid',
  city: 'Kigali',
  country: 'RW',
  venue: 'Example University',
  address: 'KN 7 Avenue',
  cancellationNote: 'Full refund until 10 May.',
  canReply: true,
  url: 'https://plenary.example/en/events/ntw-2027-kigali',
  registerUrl: 'https://plenary.example/en/events/ntw-2027-kigali/register',
  calendarUrl: 'https://plenary.example/en/events/ntw-2027-kigali.ics',
  isPostponed: false,
}

export const ORDER: MailOrder = {
  code: 'P7KQ-4M2X',
  url: `https://plenary.example/en/orders/P7KQ-4M2X?key=${KEY}`,
  calendarUrl: `https://plenary.example/en/orders/P7KQ-4M2X.ics?key=${KEY}`,
  receiptUrl: `https://plenary.example/en/orders/P7KQ-4M2X/receipt?key=${KEY}`,
  ordererName: 'Wulandari',
  isOrdererGoing: true,
  tickets: [
    { code: 'T7KQ-4M2X', personName: 'Wulandari', ticketName: 'Full workshop', trackName: 'Routing' },
    { code: 'TA3B-9XYZ', personName: 'عمر بن الخطيب', ticketName: 'Full workshop', trackName: null },
  ],
  total: { amountMinor: 24_050, currency: 'USD' },
  paid: { amountMinor: 24_050, currency: 'USD' },
  paidAt: '2027-03-19T08:00:00.000Z',
  paymentMethod: 'card',
  due: null,
}

const PAYMENT: MailPayment = {
  isReferenced: true,
  dueAt: '2027-03-17T08:40:00.000Z',
  account: {
    holder: 'Example Chapter',
    number: 'DE02 1203 0000 0000 2020 51',
    bankName: 'Example Bank',
    bic: 'BYLADEM1001',
  },
}

const WAITING: MailWaiting = {
  code: 'W7KQ-4M2X',
  url: `https://plenary.example/en/waiting-list/W7KQ-4M2X?key=${KEY}`,
  name: 'Wulandari',
  partySize: 2,
  tickets: ['Full workshop', 'Online'],
  wantedUntilAt: '2027-05-31T22:00:00.000Z',
}

const REFERENCE: MailReference = {
  kind: 'referee',
  name: 'Grace Prototype',
  applicant: 'Wulandari',
  call: 'Admission to the workshop',
  url: `https://plenary.example/en/references/0190a1b2?key=${KEY}`,
  untilAt: '2027-02-16T12:00:00.000Z',
  untilZone: 'Etc/GMT+12',
}

const FILE: LetterCalendar = { way: 'file', isOff: false }

/** The event as it was before it was moved. */
const BEFORE: MailEventBefore = {
  ...EVENT,
  startsOn: '2027-06-07',
  endsOn: '2027-06-11',
  startsAt: '2027-06-07T06:00:00.000Z',
  zone: 'Africa/Nairobi',
  city: 'Nairobi',
  country: 'KE',
  venue: 'Example College',
  address: null,
}

const NEWS: EventNews[] = ['time', 'place', 'both', 'room', 'dated', 'postponed', 'reinstated', 'revived']

/** Every message once, for one reader; `name` and `title` take the place of the person's and the event's. */
export function everyLetter(
  language: string,
  { name = ORDER.ordererName, title = EVENT.title } = {},
): Record<string, Letter> {
  const event = { ...EVENT, title }
  const tickets = ORDER.tickets.map((one, at) => (at === 0 ? { ...one, personName: name } : one))
  const order = { ...ORDER, ordererName: name, tickets }
  const single = { ...order, tickets: tickets.slice(0, 1) }
  const due = { amountMinor: 24_050, currency: 'USD' }
  const heldUntil = '2027-03-19T08:40:00.000Z'
  const waiting = { ...WAITING, name }
  const seatPage = { url: order.url, isOrder: true }
  const unpaid = { ...order, paid: null, paidAt: null, paymentMethod: null, due }
  return {
    ...applicationLetters({ language, event, name }),
    'sign-in-link': signInLink({
      language,
      email: 'wulandari@example.org',
      url: `https://plenary.example/en/signin/link/${KEY}`,
      expiresAt: heldUntil,
      site: 'https://plenary.example',
    }),
    'team-invitation': teamInvitation({
      language,
      place: title,
      role: 'front-desk',
      by: name,
      url: `https://plenary.example/en/invitations/${KEY}`,
      expiresAt: heldUntil,
      site: 'https://plenary.example',
    }),
    'order-awaiting-payment': orderAwaitingPayment({
      language,
      event,
      order: unpaid,
      payment: null,
      due,
      heldUntil,
      calendar: FILE,
    }),
    'order-awaiting-transfer': orderAwaitingPayment({
      language,
      event,
      order: unpaid,
      payment: PAYMENT,
      due,
      heldUntil,
      calendar: null,
    }),
    'payment-reminder': paymentReminder({
      language,
      event,
      order: unpaid,
      payment: PAYMENT,
      due,
      dueAt: heldUntil,
      isHeld: true,
    }),
    'payment-received': paymentReceived({ language, event, order: unpaid, payment: PAYMENT, received: due, due }),
    'claim-refused': claimRefused({
      language,
      event,
      order: unpaid,
      payment: PAYMENT,
      due,
      kind: 'paid',
      reason: 'No transfer of this day is on our account.',
    }),
    'order-confirmed': orderConfirmed({ language, event, order, calendar: FILE }),
    'order-confirmed-single': orderConfirmed({ language, event, order: single, calendar: FILE }),
    'order-confirmed-free': orderConfirmed({
      language,
      event: { ...event, format: 'online', city: null, country: null, venue: null, address: null, startsTime: null },
      order: { ...single, total: null, paid: null, paidAt: null, paymentMethod: null },
      calendar: null,
    }),
    'order-confirmed-unpaid': orderConfirmed({ language, event, order: unpaid, calendar: FILE }),
    'order-confirmed-on-invoice': orderConfirmed({
      language,
      event,
      order: unpaid,
      payment: PAYMENT,
      calendar: FILE,
    }),
    ticket: ticket({
      language,
      event,
      ticket: tickets[0]!,
      calendar: FILE,
      seatUrl: `https://plenary.example/en/registrations/T7KQ-4M2X?key=${KEY}`,
      statusUrl: 'https://plenary.example/en/status',
    }),
    'payer-link': payerLink({
      language,
      event,
      payment: PAYMENT,
      code: ORDER.code,
      due,
      url: `https://plenary.example/en/orders/P7KQ-4M2X/payer?key=${KEY}`,
    }),
    'order-lapsed': orderLapsed({ language, event, order: unpaid, heldUntil }),
    'late-payment': latePayment({ language, event, order, received: due }),
    'questions-open': questions({
      language,
      event,
      personName: name,
      url: `https://plenary.example/en/registrations/T7KQ-4M2X/questions/before-event?key=${KEY}`,
      until: heldUntil,
      isReminder: false,
    }),
    'questions-reminder': questions({
      language,
      event,
      personName: name,
      url: `https://plenary.example/en/registrations/T7KQ-4M2X/questions/before-event?key=${KEY}`,
      until: heldUntil,
      isReminder: true,
    }),
    'survey-open': survey({
      language,
      event,
      personName: name,
      kind: 'before',
      title: 'Before the course',
      isAnonymous: false,
      url: `https://plenary.example/en/registrations/T7KQ-4M2X/surveys/0197-before?key=${KEY}`,
      until: heldUntil,
      isReminder: false,
    }),
    'survey-reminder': survey({
      language,
      event,
      personName: name,
      kind: 'impact',
      title: 'What changed at work?',
      isAnonymous: true,
      url: `https://plenary.example/en/registrations/T7KQ-4M2X/surveys/0197-impact?key=${KEY}`,
      until: heldUntil,
      isReminder: true,
    }),
    'proof-refused': proofRefused({
      language,
      event,
      ticket: tickets[0]!,
      reason: 'The card was valid until 2025.',
      url: `https://plenary.example/en/registrations/T7KQ-4M2X?key=${KEY}`,
    }),
    'refund-sent': refundSent({ language, event, order, returned: due, way: 'provider' }),
    'refund-sent-bank': refundSent({ language, event, order, returned: due, way: 'bank' }),
    'seat-changed': seatNews({
      language,
      event,
      ticket: tickets[0]!,
      news: 'changed',
      money: null,
      address: seatPage,
      calendar: FILE,
    }),
    'seat-passed-on': seatNews({
      language,
      event,
      ticket: tickets[0]!,
      news: 'passed',
      money: null,
      address: seatPage,
      calendar: { way: 'invitation', isOff: true },
    }),
    'seat-not-passed-on': seatNews({
      language,
      event,
      ticket: tickets[0]!,
      news: 'refused',
      money: null,
      address: { url: event.url, isOrder: false },
      calendar: null,
    }),
    'seat-cancelled': seatNews({
      language,
      event,
      ticket: tickets[0]!,
      news: 'cancelled',
      money: { returned: due, lessDue: due },
      address: seatPage,
      calendar: { way: 'invitation', isOff: true },
    }),
    'seat-cancelled-for-nothing': seatNews({
      language,
      event,
      ticket: tickets[0]!,
      news: 'cancelled',
      money: { returned: null, lessDue: null },
      address: seatPage,
      calendar: { way: 'invitation', isOff: true },
    }),
    'waiting-list-joined': waitingListJoined({
      language,
      event,
      waiting,
      position: { place: 4, of: 11, seatsBefore: 6 },
    }),
    'waiting-list-joined-late': waitingListJoined({ language, event, waiting, position: null }),
    'waiting-list-offer': waitingListOffer({
      language,
      event,
      waiting,
      seats: 2,
      untilAt: heldUntil,
      ticket: { name: 'Full workshop', price: due },
      takeUrl: `https://plenary.example/en/events/ntw-2027-kigali/register?offer=1&key=${KEY}`,
      kept: { seats: 1, url: waiting.url },
      calendar: FILE,
    }),
    'waiting-list-lapsed': waitingListLapsed({
      language,
      event,
      waiting,
      seats: 1,
      untilAt: heldUntil,
      joinUrl: 'https://plenary.example/en/events/ntw-2027-kigali/waiting-list',
    }),
    'referee-asked': referenceLetter({ language, event, reference: { ...REFERENCE, applicant: name }, about: 'asked' }),
    'referee-asked employer': referenceLetter({
      language,
      event,
      reference: { ...REFERENCE, kind: 'employer', applicant: name },
      about: 'asked',
    }),
    'referee-reminder': referenceLetter({ language, event, reference: REFERENCE, about: 'reminder' }),
    'referee-thanks': referenceLetter({ language, event, reference: REFERENCE, about: 'thanks' }),
    'referee-declined': referenceDeclined({ language, event, reference: REFERENCE, url: REFERENCE.url }),
    'application-link': applicationLink({
      language,
      event,
      application: {
        name,
        code: 'A7KQ-4M2X',
        call: 'Admission to the workshop',
        url: `https://plenary.example/en/applications/A7KQ-4M2X?key=${KEY}`,
        isDraft: true,
        untilAt: '2027-02-16T12:00:00.000Z',
        untilZone: 'Etc/GMT+12',
      },
    }),
    'waiting-list-over': waitingListOver({ language, event, waiting, why: 'too-late' }),
    ...Object.fromEntries(
      NEWS.map((news) => [
        `event-news-${news}`,
        eventNews({
          language,
          event: { ...event, isPostponed: news === 'postponed' },
          news,
          before: BEFORE,
          isRoomNew: news === 'both' || news === 'room',
          recipientName: name,
          hasSeat: news !== 'revived',
          address: { url: order.url, is: news === 'time' ? 'Seat' : 'Order' },
          refund: { share: 0.805, fee: news === 'place' ? null : due, untilAt: news === 'dated' ? null : heldUntil },
          calendar: { way: news === 'place' ? 'file' : 'invitation', isOff: news === 'postponed' },
        }),
      ]),
    ),
    'event-cancelled': eventCancelled({
      language,
      event,
      recipientName: name,
      order,
      calendar: FILE,
      word: { text: `${title}\n\n${title}`, language: 'fr' },
    }),
    ...Object.fromEntries(
      (['asked', 'agreed', 'refused', 'done', 'failed'] as const).map((news) => [
        `publishing-${news}`,
        publishing({
          language,
          event,
          news,
          recipientName: name,
          askedName: name,
          decidedName: name,
          words: news === 'done' ? '' : title,
          publishAt: news === 'agreed' || news === 'asked' ? heldUntil : null,
          deskUrl: 'https://plenary.example/en/organize/ntw-2027-kigali/publish',
        }),
      ]),
    ),
    ...Object.fromEntries(
      (['name', 'issued', 'reissued', 'revoked'] as const).map((news) => [
        `certificate-${news}`,
        certificateNews({
          language,
          event,
          news,
          to: name,
          name,
          latinName: 'Rei Yamada-Rei',
          until: news === 'name' ? heldUntil : null,
          serial: news === 'name' ? '' : 'C7KQ-4M2X',
          checkUrl: news === 'name' ? '' : 'https://plenary.example/en/verify/C7KQ-4M2X',
          reason: news === 'revoked' ? title : '',
          url: 'https://plenary.example/en/registrations/T7KQ-4M2X/certificate?key=sample',
          feedbackUrl:
            news === 'issued' ? 'https://plenary.example/en/registrations/T7KQ-4M2X/surveys/sample?key=sample' : null,
        }),
      ]),
    ),
    'roster-soon': rosterSoon({
      language,
      event,
      recipientName: name,
      at: heldUntil,
      visa: 3,
      unpaid: 1,
      unanswered: 5,
      unnamed: 0,
      url: 'https://plenary.example/en/organize/ntw-2027-kigali/roster',
    }),
    'roster-frozen': rosterFrozen({
      language,
      event,
      recipientName: name,
      frozenAt: heldUntil,
      tracks: [
        { name: 'Routing', count: 24 },
        { name: 'Services', count: 1 },
        { name: '', count: 2 },
      ],
      url: 'https://plenary.example/en/teach/ntw-2027-kigali/participants',
    }),
    'roster-changed': rosterChanged({
      language,
      event,
      recipientName: name,
      came: 1,
      left: 2,
      moved: 0,
      url: 'https://plenary.example/en/teach/ntw-2027-kigali/changes',
    }),
    ...Object.fromEntries(
      [false, true].map((isReminder) => [
        isReminder ? 'review-reminder' : 'reviewer-assigned',
        reviewerAssigned({
          language,
          event,
          call: title,
          count: isReminder ? 1 : 72,
          untilAt: isReminder ? null : heldUntil,
          zone: 'Africa/Kigali',
          isBlind: !isReminder,
          isReminder,
          recipientName: name,
          url: 'https://plenary.example/en/review/ntw-2027-kigali/fellowship',
        }),
      ]),
    ),
    'programme-changed': programmeChanged({
      language,
      event,
      version: { number: 3, note: title, releasedAt: '2027-05-12T08:40:00.000Z' },
      changes: programmeChanges({ name, title }),
      zone: 'Africa/Kigali',
      recipientName: name,
      programmeUrl: `${event.url}/programme`,
      calendar: FILE,
    }),
    ...Object.fromEntries(
      (['visaCheck', 'receiptsDue', 'reimbursed', 'receiptRefused', 'reportDue'] as const).map((news) => [
        `award-${news}`,
        awardNews({
          language,
          event,
          news,
          name,
          dueOn: news === 'receiptsDue' || news === 'reportDue' ? '2027-07-25' : null,
          money: news === 'reimbursed' || news === 'receiptRefused' ? { amountMinor: 8000, currency: 'USD' } : null,
          reference: news === 'reimbursed' ? 'SEPA 77' : '',
          reason: news === 'receiptRefused' ? title : '',
          url: 'https://plenary.example/en/applications/A7KQ-4M2X/award?key=sample',
        }),
      ]),
    ),
    ...admissionLetters({ language, event, name, title }),
    'event-cancelled-participant': eventCancelled({
      language,
      event,
      recipientName: name,
      order: null,
      calendar: null,
    }),
  }
}

/** A session that is moved, one that is gone and one that is new. */
function programmeChanges({ name, title }: { name: string; title: string }) {
  const people = [{ role: 'chair', fullName: name, affiliation: name }]
  return diffProgrammes(
    aSnapshot(aSession({ id: 'moved' }), aSession({ id: 'gone', title })),
    aSnapshot(
      aSession({ id: 'moved', heldOn: '2027-06-23', room: null, interpretation: 'ar,fr' }),
      aSession({ id: 'added', title, language: 'ar', people }),
    ),
  )
}

function admissionLetters({
  language,
  event,
  name,
  title,
}: {
  language: string
  event: MailEvent
  name: string
  title: string
}): Record<string, Letter> {
  const address = `https://plenary.example/en/applications/A7KQ-4M2X?key=${KEY}`
  const admission = { code: 'A7KQ-4M2X', name, call: title, choice: title, url: address, offerUrl: address }
  const common = { language, event, admission }
  const untilAt = '2027-03-30T11:59:00.000Z'
  const money = (amountMinor: number) => ({ amountMinor, currency: 'USD' })
  const components = [
    { kind: 'fee' as const, payout: 'issued' as const, isCap: 0 as const, ...money(90_000) },
    { kind: 'travel' as const, payout: 'organizer' as const, isCap: 1 as const, ...money(110_000) },
    { kind: 'per-diem' as const, payout: 'stipend' as const, isCap: 0 as const, ...money(22_500) },
  ]
  const offer = { ...common, untilAt, components, ticket: money(20_000), own: money(35_000) }
  return {
    'admission-offer': admissionOffer({ ...offer, isReminder: false }),
    'admission-offer-plain': admissionOffer({ ...offer, isReminder: false, components: [], ticket: null, own: null }),
    'admission-reminder': admissionOffer({ ...offer, isReminder: true }),
    'admission-reserve': admissionNews({ ...common, is: 'reserve', place: 4, untilAt }),
    'admission-declined': admissionNews({
      ...common,
      is: 'declined',
      reason: title,
      catalogueUrl: 'https://plenary.example/en/events',
    }),
    'admission-lapsed': admissionNews({ ...common, is: 'lapsed', untilAt }),
    'admission-withdrawn': admissionNews({ ...common, is: 'withdrawn', reason: title }),
    'admission-cancelled': admissionNews({ ...common, is: 'call-cancelled', hadOffer: true }),
    'admission-cancelled-event': admissionNews({ ...common, is: 'event-cancelled', hadOffer: false }),
    'admission-accepted': admissionAccepted({ ...common, orderUrl: address, due: money(20_000) }),
    'admission-accepted-award': admissionAccepted({ ...common, orderUrl: null, due: null }),
  }
}
