import type { OwnForm } from '#app/applications/applying/own-form.server.ts'
import { saveSection, seenAnswers } from '#app/applications/applying/save-section.server.ts'
import { saveTeam } from '#app/applications/applying/save-team.server.ts'
import { saveWishes } from '#app/applications/applying/save-wishes.server.ts'
import { answersInForm } from '#app/applications/form/answers-in-form.ts'
import { type FormStep } from '#app/applications/form/form-steps.ts'
import { namedPeople } from '#app/applications/form/named-people.ts'
import { answerField, readTyped } from '#app/applications/form/read-typed.ts'
import { couldBeAsked, shownCallQuestions } from '#app/applications/form/shown-call-questions.ts'
import { nameReferees } from '#app/applications/referees/name-referees.server.ts'
import { askReferees } from '#app/applications/referees/ask-referees.server.ts'
import { keepUploads } from '#app/files/keep-uploads.server.ts'
import { findFiles } from '#app/files/read-file.server.ts'
import { uploadToken } from '#app/files/upload-token.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { refusedForm } from '#app/http/form.server.ts'
import type { FormState } from '#app/values/form-state.ts'
import type { Refusal } from '#app/values/refusal.ts'
import { mayUpload } from './upload-limit.server.ts'

/** What came of a page that was sent: nothing to say, or the page again. */
export interface SavedStep {
  form: FormState
  refusals: Refusal[]
  /** Whether what could be kept was: a file that was refused does not take the rest with it. */
  isSaved: boolean
}

/** The questions that a page of the form shows. */
export function questionsOn(own: OwnForm, step: FormStep) {
  const section = own.call.sections.find(({ code }) => code === step.code)
  const asked = { choiceId: own.facts.choiceIds[0] ?? null, answers: own.facts.answers }
  return section ? couldBeAsked(own.call, section.id, asked) : []
}

/** The answers of a page as its fields, with the files that are there. */
export async function heldForm(own: OwnForm, step: FormStep, { services, now }: RequestContext): Promise<FormState> {
  const questions = questionsOn(own, step)
  const files = questions.filter(({ kind }) => kind === 'file').flatMap(({ code }) => own.facts.answers[code] ?? [])
  const kept = await findFiles(services.db, files)
  return answersInForm(questions, own.facts.answers, (id) => {
    const file = kept.find((one) => one.id === id && one.erasedAt === null)
    return file && uploadToken(services.config.secret, { ...file, at: now })
  })
}

/** Keeps one page of the form as it was sent, whatever kind of page it is. */
export async function saveStep(
  own: OwnForm,
  step: FormStep,
  sent: FormData,
  context: RequestContext,
): Promise<SavedStep> {
  const { db } = context.services
  const common = {
    applicationId: own.application.id,
    call: own.call,
    now: context.now,
    actor: { kind: 'visitor' } satisfies Actor,
  }
  if (step.kind === 'section') return await saveQuestions(own, step, sent, common, context)
  const form = refusedForm(sent, [])
  const text = (name: string) => form.values[name]?.[0] ?? ''
  if (step.kind === 'wishes') {
    const choiceIds = own.call.choices.map((_, at) => text(`wishes[${at}]`)).filter(Boolean)
    return answer(form, await saveWishes(db, { ...common, choiceIds, seen: text('seen').split(',').filter(Boolean) }))
  }
  if (step.kind === 'team') {
    const how = text('team')
    const team = how === 'join' ? { code: text('teamCode') } : how === 'new' || how === 'keep' ? 'new' : 'alone'
    return answer(form, await saveTeam(db, { ...common, team }))
  }
  const people = namedPeople(form, context.language)
  if (own.window !== 'open' && own.window !== 'grace')
    return { form, refusals: [{ code: 'call-shut' }], isSaved: false }
  if (people.faults.length > 0) {
    const errors = Object.fromEntries(people.faults)
    return { form: { ...form, errors }, refusals: [], isSaved: false }
  }
  const { refereesWanted, isEmployerWanted } = own.call
  // No more than the page has fields for: each of them is written to.
  const of = (kind: 'referee' | 'employer', count: number) =>
    people.named.filter((one) => one.kind === kind).slice(0, count)
  const referees = [...of('referee', refereesWanted), ...of('employer', isEmployerWanted ? 1 : 0)]
  const named = await nameReferees(db, { applicationId: common.applicationId, referees, now: common.now })
  if (named.ok && own.application.state === 'submitted')
    await askReferees(db, { applicationId: common.applicationId, now: common.now, actor: common.actor })
  return answer(form, named)
}

type Common = { applicationId: string; call: OwnForm['call']; now: string; actor: Actor }

async function saveQuestions(
  own: OwnForm,
  step: FormStep,
  sent: FormData,
  common: Common,
  context: RequestContext,
): Promise<SavedStep> {
  const { db, config } = context.services
  const shown = questionsOn(own, step)
  const fileNames = new Set(shown.filter(({ kind }) => kind === 'file').map(({ code }) => answerField(code)))
  const { form, refusals } = await keepUploads(db, sent, {
    secret: config.secret,
    eventId: own.call.eventId,
    now: context.now,
    mayTake: () => mayUpload(context),
    purposeOf: (field) => (fileNames.has(field) ? 'application' : null),
  })
  const state = refusedForm(form, refusals)
  const typed = readTyped(shown, state)
  // Of what stands on the page, an answer may lead to more; what nothing leads to any more is taken away.
  const answers = { ...own.facts.answers, ...Object.fromEntries(shown.map(({ code }) => [code, typed[code] ?? []])) }
  const asked = new Set(
    shownCallQuestions(own.call, { choiceId: own.facts.choiceIds[0] ?? null, answers }).map(({ id }) => id),
  )
  const refused = new Set(refusals.map(({ field }) => field))
  const questions = shown.filter(({ code }) => !refused.has(answerField(code)) || typed[code] !== undefined)
  const kept = Object.fromEntries(
    questions.flatMap(({ id, code }) => (asked.has(id) && typed[code] ? [[code, typed[code]]] : [])),
  )
  const seen = state.values['seen']?.[0] ?? ''
  const saved = await saveSection(db, {
    ...common,
    step: step.code,
    questions,
    answers: kept,
    // A file that was refused leaves its question out of what is compared.
    seen: questions.length === shown.length ? seen : null,
  })
  if (!saved.ok) return { form: refusedForm(form, saved.refusals), refusals: saved.refusals, isSaved: false }
  return { form: state, refusals, isSaved: true }
}

export function seenOnPage(own: OwnForm, step: FormStep): string {
  return step.kind === 'wishes' ? own.facts.choiceIds.join(',') : seenAnswers(questionsOn(own, step), own.facts.answers)
}

function answer(form: FormState, result: { ok: true } | { ok: false; refusals: Refusal[] }): SavedStep {
  if (result.ok) return { form, refusals: [], isSaved: true }
  const errors: FormState['errors'] = {}
  for (const { code, field = '', details = {} } of result.refusals) {
    const values = new URLSearchParams(Object.entries(details).map(([name, value]) => [name, String(value)]))
    errors[field] = [...(errors[field] ?? []), `refusal.${code}${values.size > 0 ? `?${values}` : ''}`]
  }
  return { form: { ...form, errors }, refusals: result.refusals, isSaved: false }
}
