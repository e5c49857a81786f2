import type { Kysely } from 'kysely'
import { eraseApplications, eraseReferees } from './erase-applications.server.ts'
import { eraseSurveyAnswers } from './erase-survey-answers.server.ts'
import { eraseCertificates } from './erase-certificates.server.ts'
import { namesChanged } from './names-changed.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { forgetFeeds } from '#app/calendar/feeds/end-feed.server.ts'
import { departureKey } from '#app/calendar/own/own-standing.server.ts'
import { eraseFile } from '#app/files/erase-file.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { hashOf } from '#app/values/secret.ts'
import { emailKey } from '#app/values/text.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export interface Erasure {
  people: number
  accounts: number
  registrations: number
  messages: number
}

/**
 * Erases what tells who somebody is, wherever their address stands: names and addresses, answers, accounts with their
 * roles and sign-ins, mails, applications and letters. Seats, money and the audit stay, by ids that lead to nobody any more.
 * Refused: `person-unknown`, `busy`.
 */
export async function erasePerson(
  db: Kysely<Database>,
  { email, actor, now }: { email: string; actor: Actor; now: Instant },
): Promise<Result<Erasure, 'person-unknown' | 'busy'>> {
  const key = emailKey(email)
  return await transact(db, async (db) => {
    const people = await idsOf(db.selectFrom('people').select('id').where('emailKey', '=', key).execute())
    const accounts = await idsOf(db.selectFrom('accounts').select('id').where('emailKey', '=', key).execute())
    const referees = await idsOf(db.selectFrom('referees').select('id').where('emailKey', '=', key).execute())
    const messages = await eraseMessages(db, key)
    if (people.length + accounts.length + referees.length + messages === 0)
      throw new Refused({ code: 'person-unknown' })
    for (const accountId of accounts) await eraseAccount(db, accountId, now)
    const registrations = await eraseRegistrations(db, people, { actor, now })
    await namesChanged(db, people)
    await eraseApplications(db, people, { actor, now })
    await eraseReferees(db, 'emailKey', key, { actor, now })
    await erasePeople(db, people, now)
    await db.deleteFrom('signInLinks').where('emailKey', '=', key).execute()
    await db.deleteFrom('invitations').where('emailKey', '=', key).execute()
    await eraseRecipients(db, key, now)
    await db.deleteFrom('calendarDepartures').where('personKey', '=', departureKey(key)).execute()
    const erased = [...people.map((id) => ['person', id] as const), ...accounts.map((id) => ['account', id] as const)]
    await recordAudit(
      db,
      now,
      erased.map(([objectKind, objectId]) => ({ actor, action: `${objectKind}.erased`, objectKind, objectId })),
    )
    return { people: people.length, accounts: accounts.length, registrations, messages }
  })
}

async function idsOf(rows: Promise<{ id: string }[]>): Promise<string[]> {
  return (await rows).map(({ id }) => id)
}

async function erasePeople(db: Kysely<Database>, ids: string[], now: Instant): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('people')
    .set({
      fullName: '',
      latinName: null,
      badgeName: null,
      certificateName: null,
      email: null,
      emailKey: null,
      country: null,
      affiliation: null,
      language: null,
      zone: null,
      sortKey: '',
      erasedAt: now,
    })
    .where('id', 'in', ids)
    .execute()
}

/** The address is free again: whoever owns it may open a new account. */
async function eraseAccount(db: Kysely<Database>, id: string, now: Instant): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ email: `erased:${id}`, emailKey: `erased:${id}`, isDisabled: 1 })
    .where('id', '=', id)
    .execute()
  await db.updateTable('signIns').set({ userAgent: null }).where('accountId', '=', id).execute()
  await db
    .updateTable('signIns')
    .set({ endedAt: now })
    .where('accountId', '=', id)
    .where('endedAt', 'is', null)
    .execute()
  await db.deleteFrom('roles').where('accountId', '=', id).execute()
  await db.deleteFrom('formDrafts').where('accountId', '=', id).execute()
  await eraseTeaching(db, id, now)
  await forgetFeeds(db, id, now)
}

/** What they called their devices and wrote on links that they gave on, which open nothing any more. */
async function eraseTeaching(db: Kysely<Database>, accountId: string, now: Instant): Promise<void> {
  await db
    .updateTable('attendanceDevices')
    .set((row) => ({ name: '', endedAt: row.fn.coalesce('endedAt', row.val(now)) }))
    .where('accountId', '=', accountId)
    .execute()
  await db
    .updateTable('listLinks')
    .set((row) => ({ note: '', query: '', revokedAt: row.fn.coalesce('revokedAt', row.val(now)) }))
    .where('accountId', '=', accountId)
    .execute()
  await db.deleteFrom('rosterReadings').where('accountId', '=', accountId).execute()
}

/** Their answers and papers, what organizers noted, and the key that was made of their address. */
async function eraseRegistrations(
  db: Kysely<Database>,
  people: string[],
  by: { actor: Actor; now: Instant },
): Promise<number> {
  if (people.length === 0) return 0
  const rows = await db
    .selectFrom('registrations')
    .select(['id', 'activeKey'])
    .where('personId', 'in', people)
    .execute()
  await eraseCertificates(
    db,
    people,
    rows.map(({ id }) => id),
    by,
  )
  for (const { id, activeKey } of rows) {
    for (const fileId of await filesOf(db, id)) await eraseFile(db, { fileId, ...by })
    await db.deleteFrom('answers').where('registrationId', '=', id).execute()
    await eraseSurveyAnswers(db, id)
    await db.updateTable('proofs').set({ reason: null }).where('registrationId', '=', id).execute()
    await db.updateTable('registrations').set({ note: null }).where('id', '=', id).execute()
    // What runs over many registrations kept of this one, to show it and to take it back.
    await db.updateTable('runRows').set({ before: '{}', after: '{}' }).where('subjectId', '=', id).execute()
    if (activeKey === null) continue
    await db
      .updateTable('registrations')
      .set({ activeKey: hashOf(`erased|${id}`) })
      .where('id', '=', id)
      .execute()
  }
  return rows.length
}

/** What somebody sent with a registration: answers that are files, the paper of a proof. */
async function filesOf(db: Kysely<Database>, registrationId: string): Promise<string[]> {
  const answers = await db
    .selectFrom('answers')
    .innerJoin('questions', 'questions.id', 'answers.questionId')
    .innerJoin('files', 'files.id', 'answers.value')
    .select('files.id')
    .where('answers.registrationId', '=', registrationId)
    .where('questions.kind', '=', 'file')
    .execute()
  const papers = await db
    .selectFrom('proofs')
    .innerJoin('files', 'files.id', 'proofs.fileId')
    .select('files.id')
    .where('proofs.registrationId', '=', registrationId)
    .execute()
  return [...answers, ...papers].map(({ id }) => id)
}

/** Who got a mail is emptied; what waits is not sent any more. */
async function eraseMessages(db: Kysely<Database>, key: string): Promise<number> {
  const rows = await db.selectFrom('messages').select('id').where('recipientKey', '=', key).execute()
  await db
    .updateTable('messages')
    .set({ state: 'withdrawn' })
    .where('recipientKey', '=', key)
    .where('state', '=', 'waiting')
    .execute()
  for (const { id } of rows) {
    await db
      .updateTable('messages')
      .set({ recipientKey: `erased:${id}`, recipientEmail: '', recipientName: '', props: '{}' })
      .where('id', '=', id)
      .execute()
  }
  return rows.length
}

/** They stay in the lists of broadcasts, without their address; what they were still to get they do not. */
async function eraseRecipients(db: Kysely<Database>, key: string, now: Instant): Promise<void> {
  await db
    .updateTable('broadcastRecipients')
    .set({ state: 'left-out', reason: 'erased' })
    .where('recipientKey', '=', key)
    .where('state', '=', 'waiting')
    .execute()
  const rows = await db
    .selectFrom('broadcastRecipients')
    .select('broadcastId')
    .where('recipientKey', '=', key)
    .execute()
  for (const { broadcastId } of rows)
    await db
      .updateTable('broadcastRecipients')
      .set({ recipientKey: `erased:${newId(now)}` })
      .where('broadcastId', '=', broadcastId)
      .where('recipientKey', '=', key)
      .execute()
}
