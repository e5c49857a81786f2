import type { QuestionOption } from '#app/registrations/questions/question.ts'
import type { Instant } from '#app/values/moment.ts'
import type { ApplicantCategory, CallQuestionKind, CallQuestionMeaning, CallsTable } from '#db/schema.ts'

/** A call as somebody reads it: everything in the reader's language where there is a text in it. */
export interface Call extends CallHead {
  description: string
  deciding: string
  refereesUntilAt: Instant | null
  reviewUntilAt: Instant | null
  decideAt: Instant | null
  refereesWanted: number
  isEmployerWanted: boolean
  choicesMaximum: number
  takesTeams: boolean
  isBlind: boolean
  hidden: HiddenField[]
  reviewersEach: number
  thirdGap: number | null
  offerHours: number
  noOffersAfterAt: Instant | null
  promotion: CallsTable['promotion']
  visaDays: number
  reportDueOn: string | null
  numberPrefix: string
  choices: CallChoice[]
  rules: EligibilityRule[]
  waves: { number: number; startsAt: Instant; answerUntilAt: Instant }[]
  sections: CallSection[]
  criteria: Criterion[]
}

/** What every page of a call needs of it. */
export interface CallHead {
  id: string
  eventId: string
  slug: string
  kind: CallsTable['kind']
  status: CallsTable['status']
  title: string
  summary: string
  /** Of title and summary. */
  language: string
  opensAt: Instant | null
  closesAt: Instant | null
  closesZone: string | null
  graceMinutes: number
  version: number
}

/** What a blind reviewer does not see. */
export type HiddenField = 'name' | 'contact' | 'gender' | 'age' | 'institution' | 'nationality'

/** What may be applied for: a track, or a whole event; a site is an event. */
export interface CallChoice {
  id: string
  code: string
  eventId: string
  trackId: string | null
  /** In which it is taught. */
  taughtIn: string | null
  ticketTypeId: string | null
  seats: number | null
  isClosed: boolean
  name: string
  description: string
}

/** One condition of eligibility. Lists of economies are named with their date: `values/economies.ts`. */
export type EligibilityRule =
  | { kind: 'residence'; lists: string[]; countries: string[]; isExcluded: boolean }
  | { kind: 'award-free-years'; years: number }
  | { kind: 'minimum-age'; age: number }
  | { kind: 'maximum-age'; age: number }
  | { kind: 'referee' }
  | { kind: 'complete' }
  | { kind: 'affiliation'; kinds: string[] }

/** A page of the form. */
export interface CallSection {
  id: string
  code: string
  title: string
  help: string
  questions: CallQuestion[]
}

export interface CallQuestion {
  id: string
  code: string
  sectionId: string
  kind: CallQuestionKind
  isRequired: boolean
  label: string
  help: string
  language: string
  options: QuestionOption[]
  /** Of a grid: what is rated, and the levels, lowest first; of a table of costs: its rows. */
  rows: QuestionOption[]
  levels: QuestionOption[]
  maximum: number | null
  isInWords: boolean
  isHidden: boolean
  meaning: CallQuestionMeaning
  /** Asked only of who wishes for one of these first; of everybody when empty. */
  choiceIds: string[]
  shownWhen: { questionId: string; value: string } | null
  version: number
}

export interface Criterion {
  id: string
  code: string
  /** Scores run from 0 to it. */
  maximum: number
  label: string
  help: string
  anchors: { score: number; text: string }[]
  /** What it counts, by category; `''` for those that are not named. */
  weights: Partial<Record<ApplicantCategory, number>>
}
