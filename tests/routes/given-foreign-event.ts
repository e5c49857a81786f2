import type { Kysely } from 'kysely'
import { givenForeignAward } from './given-foreign-award.ts'
import { givenForeignCall } from './given-foreign-call.ts'
import { addFinanceEntry } from '#app/payments/finance/add-finance-entry.server.ts'
import { makeClaim } from '#app/payments/claims/make-claim.server.ts'
import { takeAtDesk } from '#app/payments/desk/take-at-desk.server.ts'
import { requestRefund } from '#app/payments/refunds/request-refund.server.ts'
import { saveFile } from '#app/files/save-file.server.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes } from '#app/values/moment.ts'
import { newToken } from '#app/values/secret.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'
import { givenRule, issueAll } from '#tests/certificates/given-certificates.ts'
import { givenDraft } from '#tests/broadcasts/a-broadcast.ts'
import { givenSession } from '#tests/events/event-samples.ts'
import { givenTrack } from '#tests/participants/given-participants.ts'
import { givenQuestion } from '#tests/registrations/questions/a-question.ts'
import { givenProgrammeFile } from '#tests/programme/given-programme-file.ts'
import { givenAccount } from '#tests/support/given.ts'
import { NOW } from '#tests/support/now.ts'
import { givenSurvey } from '#tests/surveys/given-survey.ts'
import type { Desk } from '#tests/support/statements/given-desk.ts'
import { givenBlock, givenVoucher } from '#tests/vouchers/given-voucher.ts'
import { aWish, joined, openList } from '#tests/waiting-list/a-queue.ts'

const PDF = new TextEncoder().encode('%PDF-1.7 a paper')

/** An event with one of everything that an address can name, by the names that `app/routes.ts` gives them. */
export async function givenForeignEvent(desk: Desk) {
  const { db, event } = desk
  const [type, quotaId] = [event.tickets[0]!, event.tickets[0]!.quotaIds[0]!]
  const order = await desk.order({ fullName: 'Wulandari Contoh' })
  const registration = order.registrations[0]!.id
  const track = await givenTrack(db, event.id, 'T1')
  const voucher = await givenVoucher(db, event.id)
  const question = await givenQuestion(db, event.id, { kind: 'file', label: 'A paper' })
  const answered = await givenFile(db, event.id, 'answer')
  await db
    .insertInto('answers')
    .values({ registrationId: registration, questionId: question, value: answered, answeredAt: NOW })
    .execute()
  const ids: Record<string, string> = {
    event: event.slug,
    type: type.id,
    quota: quotaId,
    track,
    block: await givenBlock(db, { eventId: event.id, quotaId, seats: 2 }),
    campaign: voucher.campaignId,
    voucher: voucher.id,
    question,
    registration,
    other: (await desk.order({ fullName: 'Other Contoh' })).registrations[0]!.id,
    proof: await givenProof(db, event.id, registration),
    change: await givenSubstitution(db, event.id, order.orderId, registration, type.id),
    eligibility: 'member',
    method: 'card',
    import: await givenProgrammeFile(db, event.id),
    version: await givenVersion(db, event.id),
    request: await givenPublishRequest(db, event.id),
    message: await givenDraft(db, event),
    own: 'tomorrow',
    ...(await givenForeignSurvey(db, event.id, track)),
    conflict: await givenAttendanceConflict(db, event.id, registration),
    ...(await givenMoney(desk)),
    ...(await givenForeignCall(db, event.id)),
  }
  Object.assign(ids, await givenForeignAward(db, { eventId: event.id, call: ids['call']! }))
  const { accountId, personId } = await givenAccount(db, 'instructor-of-theirs@example.org', [
    { role: 'instructor', scope: 'event', scopeId: event.id },
  ])
  Object.assign(ids, { account: accountId, person: personId }, await givenCourse(db, event, accountId, track))
  await openList(db, event.id)
  await db
    .updateTable('quotas')
    .set((row) => ({ size: row.ref('taken') }))
    .where('id', '=', quotaId)
    .execute()
  ids['entry of the list'] = await joined(db, aWish(event))
  const rule = newId(NOW)
  const group = { kind: 'group', position: 0, name: 'Ten', minimum: 10, percentOff: 1000, isCombinable: 0 } as const
  const tax = { name: 'VAT', rate: 1800, isInclusive: 1, isDefault: 0, allowsReverseCharge: 0, note: '' } as const
  await db
    .insertInto('priceRules')
    .values({ id: rule, eventId: event.id, ...group })
    .execute()
  await db
    .insertInto('taxRules')
    .values({ id: rule, eventId: event.id, ...tax })
    .execute()
  ids['rule'] = rule
  await db.updateTable('registrations').set({ trackId: track }).where('id', '=', ids['seat that stands']!).execute()
  await givenRule(db, event.id)
  await issueAll(db, event.id)
  ids['task'] = await givenTask(db, event.id)
  Object.assign(ids, await givenProgramme(db, event.id, track), await givenTeam(db, event.id, accountId))
  ids['run'] = await givenRun(db, event.id, accountId)
  await db
    .insertInto('eventVisaNotes')
    .values({ eventId: event.id, country: 'KE', language: 'en', note: 'Ask.' })
    .execute()
  ids['country'] = 'KE'
  return { ids, event, secrets: [order.code, 'Wulandari Contoh', ids['paid order']!, 'Payer of theirs'] }
}

/** A released programme without sessions, which is all that its address needs. */
async function givenVersion(db: Kysely<Database>, eventId: string): Promise<string> {
  const version = { eventId, number: 7, note: '', releasedBy: null, releasedAt: NOW }
  const content = JSON.stringify({ zone: 'Africa/Kigali', sessions: [] })
  await db
    .insertInto('programmeVersions')
    .values({ ...version, content })
    .execute()
  await db.updateTable('events').set({ programmeVersion: 7 }).where('id', '=', eventId).execute()
  return '7'
}

/** A session of a track with its slides, in a room. */
async function givenProgramme(db: Kysely<Database>, eventId: string, trackId: string) {
  const [room, material] = [newId(NOW), newId(NOW)]
  await db.insertInto('rooms').values({ id: room, eventId, name: 'Lab 9', seats: 30, position: 0 }).execute()
  const day = { day: '2027-06-14', from: '09:00', to: '10:00', title: 'Opening of theirs' }
  const session = await givenSession(db, eventId, day)
  await db.updateTable('sessions').set({ takesSignUps: 1, trackId }).where('id', '=', session).execute()
  const fileId = await givenFile(db, eventId, 'material')
  const slides = { title: 'Slides', url: null, fileId, audience: 'instructors' } as const
  await db
    .insertInto('sessionMaterials')
    .values({ id: material, sessionId: session, position: 0, ...slides, createdAt: NOW })
    .execute()
  return { session, room, material }
}

async function givenTeam(db: Kysely<Database>, eventId: string, accountId: string) {
  const { id: role } = await db
    .selectFrom('roles')
    .select('id')
    .where('accountId', '=', accountId)
    .where('scopeId', '=', eventId)
    .executeTakeFirstOrThrow()
  const invitation = newId(NOW)
  const place = { role: 'observer', scope: 'event', scopeId: eventId, trackId: '' } as const
  const times = { createdAt: NOW, expiresAt: addMinutes(NOW, 60), acceptedAt: null, revokedAt: null }
  await db
    .insertInto('invitations')
    .values({
      id: invitation,
      email: 'asked@example.org',
      emailKey: 'asked@example.org',
      language: 'en',
      ...place,
      ...times,
      invitedBy: null,
    })
    .execute()
  return { role, invitation }
}

/** A bulk action that is over and can be undone. */
async function givenRun(db: Kysely<Database>, eventId: string, createdBy: string): Promise<string> {
  const id = newId(NOW)
  const times = { createdAt: NOW, updatedAt: NOW }
  const props = JSON.stringify({ kind: 'track', filter: '', trackId: null })
  await db
    .insertInto('runs')
    .values({ id, eventId, kind: 'track', state: 'done', props, fileId: null, createdBy, ...times })
    .execute()
  return id
}

async function givenTask(db: Kysely<Database>, eventId: string): Promise<string> {
  const id = newId(NOW)
  await db.insertInto('eventTasks').values({ id, eventId, title: 'A task of theirs', createdAt: NOW }).execute()
  return id
}

async function givenFile(db: Kysely<Database>, eventId: string, purpose: 'answer' | 'proof' | 'payment' | 'material') {
  const file = { content: PDF, name: 'paper.pdf', purpose, eventId, eraseAt: null, now: NOW }
  const saved = await saveFile(db, file)
  if (!saved.ok) throw new Error(JSON.stringify(saved))
  return saved.value.id
}

/** It was asked once that the event be published, and taken back. */
async function givenPublishRequest(db: Kysely<Database>, eventId: string): Promise<string> {
  const id = newId(NOW)
  const over = { openKey: null, state: 'withdrawn', decidedBy: null, decidedAt: null } as const
  const words = { note: 'Please look.', answer: '' }
  await db
    .insertInto('publishRequests')
    .values({ id, eventId, ...over, ...words, publishAt: null, askedBy: newId(NOW), askedAt: NOW, updatedAt: NOW })
    .execute()
  return id
}

async function givenProof(db: Kysely<Database>, eventId: string, registrationId: string): Promise<string> {
  const id = newId(NOW)
  const undecided = { verifiedBy: null, verifiedAt: null, reason: null }
  const fileId = await givenFile(db, eventId, 'proof')
  const proof = {
    id,
    registrationId,
    eventId,
    fileId,
    eligibility: 'student',
    how: 'upload',
    state: 'waiting',
  } as const
  await db
    .insertInto('proofs')
    .values({ ...proof, ...undecided, createdAt: NOW })
    .execute()
  return id
}

async function givenSubstitution(
  db: Kysely<Database>,
  eventId: string,
  orderId: string,
  registrationId: string,
  toTicketTypeId: string,
): Promise<string> {
  const id = newId(NOW)
  const { personId: toPersonId } = await givenAccount(db, 'colleague@example.org')
  const none = { reservationId: null, currency: null, linesFrom: null, heldUntil: null, differenceMinor: 0 }
  const change = {
    id,
    registrationId,
    orderId,
    eventId,
    kind: 'person',
    state: 'open',
    toTicketTypeId,
    toPersonId,
  } as const
  await db
    .insertInto('seatChanges')
    .values({ ...change, ...none, createdAt: NOW, updatedAt: NOW })
    .execute()
  return id
}

/** A claim, money taken at the desk with its receipt, a refund that waits, an entry, and a line of a statement. */
async function givenMoney(desk: Desk): Promise<Record<string, string>> {
  const { db, accountId, event } = desk
  const claimed = await desk.order()
  const fileId = await givenFile(db, event.id, 'payment')
  const claim = await makeClaim(db, { orderId: claimed.orderId, reference: 'T-1', note: '', fileId, now: NOW })
  const paid = await desk.order()
  const { gateways } = desk.services
  const money = { orderId: paid.orderId, formKey: newToken(), way: 'cash', amountMinor: 12_500 } as const
  const taken = await takeAtDesk(db, gateways, { ...money, accountId, reach: 'all', now: NOW })
  const actor = { kind: 'system' } as const
  const refund = await requestRefund(db, gateways, {
    orderId: paid.orderId,
    amount: { amountMinor: 500, currency: 'USD' },
    cause: 'goodwill',
    needsApproval: true,
    fileId: await givenFile(db, event.id, 'proof'),
    now: NOW,
    actor,
  })
  if (!claim.ok || !taken.ok || !refund.ok) throw new Error(JSON.stringify([claim, taken, refund]))
  const entryId = { kind: 'overpaid', subject: paid.orderId, orderId: paid.orderId, eventId: event.id } as const
  await transact(db, (db) => addFinanceEntry(db, { ...entryId, now: NOW }))
  const entry = await db
    .selectFrom('financeEntries')
    .select('id')
    .where('kind', '=', 'overpaid')
    .executeTakeFirstOrThrow()
  const matched = await desk.order()
  const statement = await desk.importEntries([{ amount: '125.00', text: matched.code, payer: 'Payer of theirs' }])
  const line = await db.selectFrom('statementLines').select('id').executeTakeFirstOrThrow()
  const match = await db.selectFrom('statementMatches').select('paymentId').executeTakeFirstOrThrow()
  const seat = await db
    .selectFrom('registrations')
    .select(['id', 'code'])
    .where('orderId', '=', paid.orderId)
    .executeTakeFirstOrThrow()
  const paper = await db
    .selectFrom('invoices')
    .select('id')
    .where('orderId', '=', paid.orderId)
    .executeTakeFirstOrThrow()
  const issuer = await db.selectFrom('issuers').select('id').executeTakeFirstOrThrow()
  return {
    code: paid.code,
    'paid order': paid.code,
    'seat that stands': seat.id,
    'code of a seat': seat.code,
    claim: claim.value.claimId,
    'payment of the desk': taken.value.paymentId,
    refund: refund.value.attemptIds[0]!,
    'entry of finance': entry.id,
    statement,
    line: line.id,
    payment: match.paymentId,
    paper: paper.id,
    issuer: issuer.id,
    kind: 'overpaid',
  }
}

/** Two marks of one person that say different things. */
async function givenAttendanceConflict(db: Kysely<Database>, eventId: string, registrationId: string): Promise<string> {
  const { accountId } = await givenAccount(db, 'marker@plenary.example')
  const [present, absent, id] = [newId(NOW), newId(NOW), newId(NOW)]
  const mark = {
    eventId,
    registrationId,
    slot: 'arrival',
    at: NOW,
    receivedAt: NOW,
    accountId,
    source: 'list',
  } as const
  const rest = { deviceAt: null, deviceId: null, sheetId: null, overruled: '' }
  await db
    .insertInto('attendanceMarks')
    .values([
      { id: present, state: 'present', ...mark, ...rest },
      { id: absent, state: 'absent', ...mark, ...rest },
    ])
    .execute()
  const place = { eventId, registrationId, slot: 'arrival' }
  await db
    .insertInto('attendanceStates')
    .values({ ...place, state: 'absent', at: NOW, markId: absent })
    .execute()
  await db
    .insertInto('attendanceConflicts')
    .values({
      id,
      ...place,
      kind: 'two-states',
      markId: absent,
      otherMarkId: present,
      createdAt: NOW,
      seenBy: null,
      seenAt: null,
    })
    .execute()
  return id
}

/** What an instructor of the event has made: a place in the lab, a list given on, a device. */
async function givenCourse(db: Kysely<Database>, event: Desk['event'], accountId: string, trackId: string) {
  const eventId = event.id
  const [seat, link, device] = [newId(NOW), newId(NOW), newId(NOW)]
  const place = { label: 'A1', gridRow: 1, gridColumn: 1, machine: 'pc-1', addressRange: '', zoneName: '' }
  await db
    .insertInto('labSeats')
    .values({ id: seat, eventId, trackId, ...place, registrationId: null, version: 1 })
    .execute()
  const list = { format: 'csv', purpose: 'teaching', query: '', language: 'en', note: 'For the hotel' } as const
  const times = { expiresAt: addMinutes(NOW, 60), revokedAt: null, lastUsedAt: null, createdAt: NOW }
  await db
    .insertInto('listLinks')
    .values({ id: link, eventId, accountId, ...list, tokenHash: newToken(), uses: 0, ...times })
    .execute()
  const seen = { openedAt: NOW, lastSeenAt: NOW, endedAt: null }
  await db
    .insertInto('attendanceDevices')
    .values({ id: device, eventId, accountId, name: 'A phone', ...seen })
    .execute()
  const message = await givenDraft(db, event)
  await db
    .updateTable('broadcasts')
    .set({ isOfInstructor: 1, createdBy: accountId })
    .where('id', '=', message)
    .execute()
  return { seat, link, device, 'message of an instructor': message }
}

/** A survey with names, which has a file at any time, one of its questions, and what may be made of it. */
async function givenForeignSurvey(db: Kysely<Database>, eventId: string, trackId: string) {
  const survey = await givenSurvey(db, { eventId, trackId, kind: 'before' })
  const asked = await db
    .selectFrom('surveyQuestions')
    .select('id')
    .where('surveyId', '=', survey)
    .limit(1)
    .executeTakeFirstOrThrow()
  return { survey, asked: asked.id, turn: 'closed' }
}
