import type { EligibilityRule, HiddenField } from '../calls/call.ts'
import type { Limits } from '../selection/limits/limits.ts'
import type { QuestionOption } from '#app/registrations/questions/question.ts'
import type { FundCondition } from '#app/scholarships/funds/fund.ts'
import type { Instant } from '#app/values/moment.ts'
import type {
  ApplicantCategory,
  CallQuestionKind,
  CallQuestionMeaning,
  CallsTable,
  ComponentKind,
  PayoutWay,
} from '#db/schema.ts'

/** A whole call as data: what is asked, of whom, by what it is judged, and what there is to give. */
export interface CallPlan {
  slug: string
  kind: CallsTable['kind']
  status: CallsTable['status']
  numberPrefix: string
  texts: ByLanguage<{ title: string; summary: string; description: string; deciding: string }>
  opensAt: Instant | null
  closesAt: Instant | null
  closesZone: string | null
  graceMinutes: number
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
  limits: Partial<Limits>
  choices: PlannedChoice[]
  rules: EligibilityRule[]
  waves: { number: number; startsAt: Instant; answerUntilAt: Instant }[]
  sections: { code: string; texts: ByLanguage<{ title: string; help: string }>; questions: PlannedQuestion[] }[]
  criteria: PlannedCriterion[]
  packages: PlannedPackage[]
  funds: PlannedFund[]
}

/** What has one text or more, by language. */
export type ByLanguage<Text> = Record<string, Text>

export interface PlannedChoice {
  code: string
  /** The code of a track of the event. */
  track?: string
  taughtIn?: string
  /** The code of the ticket type that an accepted offer makes a registration of. */
  ticket?: string
  seats: number | null
  texts: ByLanguage<{ name: string; description: string }>
}

export interface PlannedQuestion {
  code: string
  kind: CallQuestionKind
  purpose: string
  isRequired?: boolean
  maximum?: number | null
  isInWords?: boolean
  isHidden?: boolean
  meaning?: CallQuestionMeaning
  eraseOn?: string | null
  /** By the code of another question of this call. */
  shownWhen?: { question: string; value: string }
  /** Codes of choices: asked only of who wishes for one of them first. */
  choices?: string[]
  texts: ByLanguage<{
    label: string
    help: string
    options: QuestionOption[] | { rows: QuestionOption[]; levels: QuestionOption[] }
  }>
}

export interface PlannedCriterion {
  code: string
  maximum: number
  weights: Partial<Record<ApplicantCategory, number>>
  texts: ByLanguage<{ label: string; help: string; anchors: { score: number; text: string }[] }>
}

export interface PlannedPackage {
  code: string
  currency: string
  isDefault?: boolean
  texts: ByLanguage<{ name: string; description: string }>
  /** Which ticket it gives for which choice, by their codes; where none is named, the choice's. */
  tickets: { choice: string; ticket: string }[]
  components: { kind: ComponentKind; amountMinor: number; isCap: boolean; payout: PayoutWay; note: string }[]
}

export interface PlannedFund {
  code: string
  donor: string
  name: string
  currency: string
  budgetMinor: number
  note: string
  conditions: FundCondition[]
}
