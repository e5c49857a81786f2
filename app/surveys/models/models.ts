import { BEFORE } from './before.ts'
import { DAILY } from './daily.ts'
import { END } from './end.ts'
import { IMPACT } from './impact.ts'
import type { SurveyModel } from './model.ts'
import type { SurveyKind } from '#db/schema.ts'

/** The survey that each kind begins as. */
export const SURVEY_MODELS: Record<SurveyKind, SurveyModel> = {
  before: BEFORE,
  daily: DAILY,
  end: END,
  impact: IMPACT,
}
