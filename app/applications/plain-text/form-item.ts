import type { CallQuestion } from '#app/applications/calls/call.ts'
import type { QuestionOption } from '#app/registrations/questions/question.ts'
import type { CallQuestionKind } from '#db/schema.ts'

/** One thing that the text form asks, whether it is a question of the call or what every call asks. */
export interface FormItem {
  /** What stands in brackets before it and never changes: `work.role`. */
  marker: string
  kind: CallQuestionKind
  label: string
  help: string
  isRequired: boolean
  options: QuestionOption[]
  /** What has a line of its own: the rows of a grid, each skill of each language, each amount of a table of costs. */
  lines: QuestionOption[]
  levels: QuestionOption[]
  maximum: number | null
  isInWords: boolean
  /** Of a question of the call; null for what every call asks. */
  question: CallQuestion | null
}

/** A part of the text form under one heading. */
export interface FormPart {
  title: string
  help: string
  items: FormItem[]
}

/** What a text form says, by its markers: as answers are held, and of grids, languages and costs by line, `LINE=VALUE`. */
export type TextAnswers = Record<string, string[]>

export const BOXED: CallQuestionKind[] = ['choice', 'choices', 'yesno', 'consent']
export const LINED: CallQuestionKind[] = ['grid', 'languages', 'costs']

export const ITEM = {
  question: null,
  help: '',
  options: [],
  lines: [],
  levels: [],
  maximum: null,
  isInWords: false,
  isRequired: true,
} satisfies Partial<FormItem>
