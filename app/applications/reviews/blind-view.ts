import type { Call, CallQuestion, HiddenField } from '../calls/call.ts'
import { maskNames, type Masked } from './mask-names.ts'
import { numberLabel } from './number-label.ts'
import { type ShownAnswer, shownAnswer } from './shown-answer.ts'
import type { ApplicantCategory, CallQuestionMeaning } from '#db/schema.ts'

/** An application as it lies in the tables; only this file says what of it a reviewer gets. */
export interface StoredApplication {
  number: number
  language: string
  category: ApplicantCategory
  residence: string | null
  fullName: string
  askedMinor: number | null
  askedCurrency: string | null
  choiceIds: string[]
  /** What must not be read in what was typed, where the call is blind. */
  masked: Omit<Masked, 'hasContact'>
  answers: { questionId: string; value: string; asked: string }[]
  /** Files by the question's id; letters by their order. `isSafe`: what there is of it names nobody. */
  files: { questionId: string; ending: string; byteCount: number; isSafe: boolean }[]
  letters: { kind: 'referee' | 'employer'; text: string; ending: string | null; byteCount: number; isSafe: boolean }[]
}

export interface ReviewedFile {
  /** In its address; with the number, its name. */
  code: string
  name: string
  byteCount: number
  /** Not yet: nobody has made a copy without names. */
  isWaiting: boolean
}

export interface ReviewedApplication {
  label: string
  language: string
  /** Null where it is hidden. */
  fullName: string | null
  residence: string | null
  category: ApplicantCategory
  asked: { amountMinor: number; currency: string } | null
  choices: string[]
  sections: {
    title: string
    answers: { code: string; label: string; language: string; shown: ShownAnswer | null; file: ReviewedFile | null }[]
  }[]
  letters: { kind: 'referee' | 'employer'; text: string | null; isWaiting: boolean; file: ReviewedFile | null }[]
  /** What this reader is not shown. */
  hidden: HiddenField[]
}

const HIDDEN_MEANINGS: Partial<Record<CallQuestionMeaning, HiddenField[]>> = {
  gender: ['gender'],
  'birth-year': ['age'],
  institution: ['institution'],
  colleagues: ['name', 'contact'],
}

const HIDDEN_KINDS: Partial<Record<CallQuestion['kind'], HiddenField>> = {
  email: 'contact',
  phone: 'contact',
  country: 'nationality',
}

/**
 * What a reviewer gets of an application: built up from what is allowed, so that a field nobody thought of is not in
 * it. Where the call is blind, hidden questions are left out, what was typed is blackened where it names its writer, and
 * of files there is only what was seen to name nobody.
 */
export function reviewedApplication(
  call: Pick<Call, 'isBlind' | 'hidden' | 'sections' | 'choices' | 'numberPrefix'>,
  application: StoredApplication,
): ReviewedApplication {
  const hidden = call.isBlind ? call.hidden : []
  const label = numberLabel(call.numberPrefix, application.number)
  const mask = maskOf(call, application)
  // Whether a name may be published is no matter of theirs.
  const isShown = (question: CallQuestion) =>
    question.meaning !== 'publish-name' && (!call.isBlind || mayBeSeen(question, hidden))
  const { askedMinor, askedCurrency, residence } = application
  return {
    label,
    language: application.language,
    fullName: hidden.includes('name') ? null : application.fullName,
    residence: hidden.includes('nationality') ? null : residence,
    category: application.category,
    asked: askedMinor === null || askedCurrency === null ? null : { amountMinor: askedMinor, currency: askedCurrency },
    choices: application.choiceIds.flatMap((id) => call.choices.find((choice) => choice.id === id)?.name ?? []),
    sections: call.sections.flatMap((section) => {
      const answers = section.questions.filter(isShown).flatMap((question) => {
        const answer = application.answers.find(({ questionId }) => questionId === question.id)
        const shown = answer ? shownAnswer(question, answer, mask) : null
        const file = application.files.find(({ questionId }) => questionId === question.id)
        if (!shown && !file) return []
        const { code, label: asked, language } = question
        return [{ code, label: asked, language, shown, file: file ? fileOf(label, code, file, call.isBlind) : null }]
      })
      return answers.length > 0 ? [{ title: section.title, answers }] : []
    }),
    letters: application.letters.map(({ kind, text, isSafe, ...letter }, at) => {
      const isWaiting = call.isBlind && !isSafe
      const { ending, byteCount } = letter
      return {
        kind,
        isWaiting,
        text: isWaiting || text === '' ? null : mask(text),
        file: ending === null ? null : fileOf(label, letterCode(at), { ending, byteCount, isSafe }, call.isBlind),
      }
    }),
    hidden,
  }
}

/** Whether a blind reviewer may read what was answered to it. */
export function mayBeSeen(question: CallQuestion, hidden: HiddenField[]): boolean {
  if (question.isHidden) return false
  const byKind = HIDDEN_KINDS[question.kind]
  if (byKind !== undefined && hidden.includes(byKind)) return false
  return !HIDDEN_MEANINGS[question.meaning]?.some((field) => hidden.includes(field))
}

/** How the address of a letter's file names it. */
export function letterCode(at: number): string {
  return `letter-${at + 1}`
}

/** Blackens, where the call is blind, whatever names an applicant in a text: their own or what reviewers say of them. */
export function maskOf({ isBlind, hidden }: Pick<Call, 'isBlind' | 'hidden'>, application: StoredApplication) {
  if (!isBlind) return (text: string) => text
  const { names, institutions } = application.masked
  const masked = {
    names: hidden.includes('name') ? names : [],
    institutions: hidden.includes('institution') ? institutions : [],
    hasContact: hidden.includes('contact'),
  }
  return (text: string) => maskNames(text, masked)
}

function fileOf(
  label: string,
  code: string,
  { ending, byteCount, isSafe }: { ending: string; byteCount: number; isSafe: boolean },
  isBlind: boolean,
): ReviewedFile {
  return { code, name: `${label}-${code}.${ending}`, byteCount, isWaiting: isBlind && !isSafe }
}
