import type { Kysely } from 'kysely'
import { applicantKey } from './applicant-key.ts'
import { type HoldRefusal } from './hold-application.server.ts'
import { mailApplicationLink } from './mail-application-link.server.ts'
import { tellApplicant } from './tell-applicant.server.ts'
import { writeAnswers } from './write-answers.server.ts'
import { writeFacts } from './write-facts.server.ts'
import { writeWishes } from './save-wishes.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { callWindow } from '#app/applications/calls/call-window.ts'
import { answersToTold } from '#app/applications/form/answers-to-told.ts'
import { asksForWishes } from '#app/applications/form/asks.ts'
import { newCode } from '#app/values/code.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { accept, Refused, type Result } from '#app/values/refusal.ts'
import { newToken } from '#app/values/secret.ts'
import { cleanLine, emailKey, sortKey } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'
import { isDuplicate, transact } from '#db/transact.ts'

export interface StartApplication {
  call: Call
  /**
   * Made with the form: the same key with the same address twice is the same application. With another address it is
   * somebody else at the same telephone, who went back to the form: theirs is another.
   */
  formKey: string
  fullName: string
  email: string
  language: string
  /** What was said in the check of eligibility; it stands in the form already. */
  residence: string | null
  birthYear: number | null
  lastAward: number | 'none' | null
  /** Of whoever is signed in with this very address. */
  accountId?: string | null
  channel?: 'web' | 'text' | 'on-behalf'
  /** An organizer starts it: it may be late, and no mail about a draft is sent. */
  isOnBehalf?: boolean
  now: Instant
  actor: Actor
}

export interface Started {
  applicationId: string
  code: string
  keyVersion: number
  /**
   * `known`: there is one of this address. Its link was mailed there again, and whoever asked is not to be told where it
   * is; `same`: this very form had been sent before.
   */
  is: 'new' | 'same' | 'known'
}

/** Begins an application to a call: a draft with its own link, which is mailed. One per call and address. */
export async function startApplication(
  db: Kysely<Database>,
  input: StartApplication,
): Promise<Result<Started, Extract<HoldRefusal, 'call-shut'> | 'busy'>> {
  try {
    return await transact<Started, 'call-shut'>(db, async (db) => {
      const spent = await startedWith(db, 'formKey', input.formKey)
      if (spent && isTheirs(spent, input)) return { ...foundOf(spent), is: 'same' }
      if (!input.isOnBehalf && callWindow(input.call, input.now) !== 'open')
        throw new Refused({ code: 'call-shut' as const })
      const known = await startedWith(db, 'activeKey', applicantKey(input.call.id, input.email))
      if (known) return await tellKnown(db, known, input)
      return await insert(db, spent ? { ...input, formKey: newToken() } : input)
    })
  } catch (error) {
    if (!isDuplicate(error)) throw error
    // The same form, or the same person elsewhere, was quicker by a moment.
    const same = await startedWith(db, 'formKey', input.formKey)
    if (same && isTheirs(same, input)) return accept({ ...foundOf(same), is: 'same' })
    const known = await startedWith(db, 'activeKey', applicantKey(input.call.id, input.email))
    if (!known) throw error
    return await transact(db, async (db) => await tellKnown(db, known, input))
  }
}

type Found = Omit<Started, 'is'> & { activeKey: string | null }

const foundOf = ({ applicationId, code, keyVersion }: Found) => ({ applicationId, code, keyVersion })

const isTheirs = (found: Found, { call, email }: StartApplication) => found.activeKey === applicantKey(call.id, email)

async function startedWith(
  db: Kysely<Database>,
  column: 'formKey' | 'activeKey',
  value: string,
): Promise<Found | undefined> {
  const row = await db
    .selectFrom('applications')
    .select(['id', 'code', 'keyVersion', 'activeKey'])
    .where(column, '=', value)
    .executeTakeFirst()
  return row && { applicationId: row.id, code: row.code, keyVersion: row.keyVersion, activeKey: row.activeKey }
}

async function tellKnown(db: Kysely<Database>, known: Found, { now }: StartApplication): Promise<Started> {
  await mailApplicationLink(db, { applicationId: known.applicationId, now })
  return { ...foundOf(known), is: 'known' }
}

async function insert(db: Kysely<Database>, input: StartApplication): Promise<Started> {
  const { call, formKey, email, language, now, actor, channel = 'web' } = input
  const applicationId = newId(now)
  const code = newCode('A')
  await db
    .insertInto('applications')
    .values({
      id: applicationId,
      code,
      keyVersion: 1,
      callId: call.id,
      eventId: call.eventId,
      number: null,
      formKey,
      activeKey: applicantKey(call.id, email),
      personId: await insertPerson(db, input),
      accountId: input.accountId ?? null,
      language,
      channel,
      state: 'draft',
      teamId: null,
      category: '',
      residence: input.residence,
      gender: null,
      institutionKey: null,
      isFirstTime: null,
      birthYear: input.birthYear,
      needsVisa: null,
      askedMinor: null,
      askedCurrency: null,
      eligibility: 'unknown',
      eligibilityReasons: JSON.stringify(
        input.lastAward === null ? [] : [{ rule: 'award-free-years', is: 'unknown', said: input.lastAward }],
      ),
      eligibilityBy: null,
      eligibilityNote: '',
      missing: '[]',
      reached: '',
      version: 1,
      score: null,
      spread: null,
      reviewCount: 0,
      startedAt: now,
      savedAt: now,
      submittedAt: null,
      withdrawnAt: null,
      remindedAt: null,
      updatedAt: now,
      note: '',
    })
    .execute()
  const { questions, answers } = answersToTold(call, input)
  await writeAnswers(db, { applicationId, questions, answers, now, actor })
  const only = call.choices[0]
  if (only && !asksForWishes(call)) await writeWishes(db, applicationId, [only.id])
  await writeFacts(db, { call, applicationId, now })
  await recordAudit(db, now, [
    {
      actor,
      action: 'application.started',
      objectKind: 'application',
      objectId: applicationId,
      eventId: call.eventId,
      after: { callId: call.id, channel },
    },
  ])
  if (!input.isOnBehalf) await tellApplicant(db, { applicationId, template: 'application-saved', now })
  return { applicationId, code, keyVersion: 1, is: 'new' }
}

async function insertPerson(db: Kysely<Database>, input: StartApplication): Promise<string> {
  const { email, language, residence, now } = input
  const id = newId(now)
  const fullName = cleanLine(input.fullName)
  await db
    .insertInto('people')
    .values({
      id,
      fullName,
      latinName: null,
      badgeName: null,
      certificateName: null,
      email: cleanLine(email),
      emailKey: emailKey(email),
      country: residence,
      affiliation: null,
      language,
      zone: null,
      sortKey: sortKey(fullName),
      createdAt: now,
      erasedAt: null,
    })
    .execute()
  return id
}
