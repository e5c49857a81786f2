import type { SurveyMeaning } from '../survey.ts'
import type { QuestionKind, SurveyKind } from '#db/schema.ts'

/** A text in the languages of the site. */
export interface Written {
  en: string
  fr: string
  ar: string
}

export interface ModelQuestion {
  code: string
  kind: QuestionKind
  label: Written
  help?: Written
  options?: readonly { value: string; label: Written }[]
  isRequired?: boolean
  maximum?: number
  meaning?: SurveyMeaning
}

/** A survey that is ready to be asked: its words stay the organizers' to change. */
export interface SurveyModel {
  kind: SurveyKind
  isAnonymous: boolean
  title: Written
  intro: Written
  questions: ModelQuestion[]
}

/** How well somebody knows a topic. */
export const SKILL_LEVELS = [
  { value: '0', label: { en: 'Never done it', fr: 'Jamais fait', ar: 'لم أجرّبه قط' } },
  { value: '1', label: { en: 'In a lab', fr: 'En labo', ar: 'في المختبر' } },
  { value: '2', label: { en: 'In production', fr: 'En production', ar: 'في بيئة التشغيل' } },
  { value: '3', label: { en: 'I could teach it', fr: 'Je pourrais l’enseigner', ar: 'أستطيع تدريسه' } },
] as const

/** From 1 to 5, the ends in words. */
export const GRADES = [
  { value: '5', label: { en: '5: very good', fr: '5 : très bien', ar: '5: جيد جدًا' } },
  { value: '4', label: { en: '4', fr: '4', ar: '4' } },
  { value: '3', label: { en: '3: all right', fr: '3 : correct', ar: '3: مقبول' } },
  { value: '2', label: { en: '2', fr: '2', ar: '2' } },
  { value: '1', label: { en: '1: poor', fr: '1 : insuffisant', ar: '1: ضعيف' } },
] as const
