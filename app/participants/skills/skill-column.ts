import type { QuestionOption } from '#app/registrations/questions/question.ts'

/** Where somebody said it. */
export type SkillSource = 'application' | 'registration' | 'survey'

/** Something that people said of what they can do, wish or bring. */
export interface SkillColumn {
  /** `registration:ID`, `survey:ID`, `application:ID:ROW`. */
  key: string
  label: string
  from: SkillSource
  meaning: 'skill' | 'topic' | 'laptop'
  kind: string
  options: QuestionOption[]
}

/** What people said: of each, by the key of the column, the values that they chose. */
export interface SkillAnswersOf {
  columns: SkillColumn[]
  values: Map<string, Record<string, string[]>>
}
