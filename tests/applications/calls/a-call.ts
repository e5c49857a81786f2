import type { Kysely } from 'kysely'
import type { CallDetails } from '#app/applications/calls/call-details-form.ts'
import type { CallQuestionForm } from '#app/applications/calls/call-question-form.ts'
import { createCall } from '#app/applications/calls/create-call.server.ts'
import { findEditableCall, seenCall } from '#app/applications/calls/editable-call.server.ts'
import { saveSection } from '#app/applications/calls/save-section.server.ts'
import { instantOf } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { NOW } from '#tests/support/now.ts'

export const ACTOR = { kind: 'account', id: 'organizer' } as const
export const AT = { now: NOW, actor: ACTOR }

/** What a command made; a refusal is a failed test. */
export function made<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}

/** The codes and fields of a refusal; a success is a failed test. */
export function refusedAs(result: Result<unknown>): string[] {
  if (result.ok) throw new Error('accepted')
  return result.refusals.map(({ code, field }) => (field ? `${code} ${field}` : code))
}

/** A draft, and what changes it. */
export async function givenDraft(db: Kysely<Database>, eventId: string, title = 'Admission 2027') {
  const form = { title, kind: 'admission' as const, textLanguage: 'en' }
  const call = made(await createCall(db, { eventId, form, ...AT }))
  return { ...call, change: { eventId, callId: call.id, ...AT } }
}

/** The details of a call as its form would send them unchanged, but for what is given. */
export async function detailsOf(
  db: Kysely<Database>,
  callId: string,
  given: Partial<CallDetails> = {},
): Promise<CallDetails> {
  const { call, texts } = await findEditableCall(db, callId)
  const language = given.textLanguage ?? 'en'
  const text = texts.find((one) => one.language === language)
  return {
    seen: seenCall(call, text),
    textLanguage: language,
    title: text?.title ?? 'Admission',
    summary: text?.summary ?? '',
    description: text?.description ?? '',
    deciding: text?.deciding ?? '',
    slug: call.slug,
    kind: call.kind,
    closesZone: call.closesZone,
    opensAt: call.opensAt,
    closesAt: call.closesAt,
    graceMinutes: call.graceMinutes,
    refereesUntilAt: call.refereesUntilAt,
    reviewUntilAt: call.reviewUntilAt,
    decideAt: call.decideAt,
    noOffersAfterAt: call.noOffersAfterAt,
    refereesWanted: call.refereesWanted,
    isEmployerWanted: call.employerWanted === 1,
    choicesMaximum: call.choicesMaximum,
    takesTeams: call.takesTeams === 1,
    isBlind: call.isBlind === 1,
    hidden: call.hidden.split(',').filter((field) => field !== '') as CallDetails['hidden'],
    reviewersEach: call.reviewersEach,
    thirdGap: call.thirdGap ?? undefined,
    offerHours: call.offerHours,
    promotion: call.promotion,
    visaDays: call.visaDays,
    reportDueOn: call.reportDueOn ?? undefined,
    numberPrefix: call.numberPrefix,
    ...given,
  }
}

export async function givenSection(
  db: Kysely<Database>,
  change: Awaited<ReturnType<typeof givenDraft>>['change'],
  title = 'About you',
): Promise<string> {
  const form = { seen: '', textLanguage: 'en', title, help: '' }
  return made(await saveSection(db, { ...change, sectionId: null, form })).id
}

/** A question as the form says it. */
export function questionForm(given: Partial<CallQuestionForm> & { sectionId: string }): CallQuestionForm {
  return {
    seen: '',
    textLanguage: 'en',
    code: undefined,
    label: 'Why do you want to come?',
    help: '',
    kind: 'text',
    options: [],
    rows: [],
    levels: [],
    isRequired: false,
    isAsked: true,
    maximum: null,
    isInWords: false,
    isHidden: false,
    meaning: undefined,
    purpose: 'To choose',
    eraseOn: undefined,
    choiceIds: [],
    shownWhen: null,
    ...given,
  }
}

export const IN_MAY = instantOf('2027-05-01', '12:00', 'UTC')
