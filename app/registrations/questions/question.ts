import type { QuestionKind, QuestionStage } from '#db/schema.ts'

/** An option as answers keep it: its value never changes, its label may. */
export interface QuestionOption {
  value: string
  label: string
}

/** A question as somebody is asked it, in their language where there is a text in it. */
export interface Question {
  id: string
  code: string
  kind: QuestionKind
  isRequired: boolean
  label: string
  help: string
  /** The language of label, help and options. */
  language: string
  options: QuestionOption[]
  /** Asked with these ticket types only; with all of them when empty. */
  ticketTypeIds: string[]
  /** Asked in these tracks only; in all of them when empty. */
  trackIds: string[]
  stage: QuestionStage
  version: number
  /** Asked only when that question was answered so. */
  shownWhen: { questionId: string; value: string } | null
  /** The longest text, the highest number or the most bytes, by kind. */
  maximum: number | null
}

/** One answer: several choices, and levels of languages, are a list; '' or an empty list is none. */
export type Answer = string | string[]

export const STAGES = ['registering', 'accepted', 'before-event'] as const satisfies QuestionStage[]

/** Levels of a language run from 0, none, to 4, as one's own. */
export const LEVELS = ['0', '1', '2', '3', '4'] as const
export const SKILLS = ['listening', 'reading', 'speaking', 'writing'] as const

/** What a language's fields are called in a form, from the option's value. */
export function languageField(value: string): string {
  return value.replace(/[^\w-]/g, '_')
}

/** An answer of kind `languages` says `en:4321`: listening, reading, speaking, writing. */
export function splitLevels(answer: string): { value: string; levels: string[] } {
  const at = answer.lastIndexOf(':')
  return { value: answer.slice(0, at), levels: answer.slice(at + 1).split('') }
}

export function isAnswered(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.length > 0
}

/** How an answer is stored: a list as JSON. */
export function storedAnswer(answer: Answer): string {
  return typeof answer === 'string' ? answer : JSON.stringify(answer)
}

/** The values that a stored answer names: one, or those of a list. */
export function valuesOf(stored: string): string[] {
  if (!stored.startsWith('[')) return stored === '' ? [] : [stored]
  try {
    const parsed: unknown = JSON.parse(stored)
    return Array.isArray(parsed) ? parsed.map(String) : [stored]
  } catch {
    return [stored]
  }
}
