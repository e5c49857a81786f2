import { GRADES, type ModelQuestion, type SurveyModel, type Written } from './model.ts'

const grade = (code: string, label: Written): ModelQuestion => ({
  code,
  kind: 'choice',
  label,
  options: GRADES,
  isRequired: true,
})

export const END: SurveyModel = {
  kind: 'end',
  isAnonymous: true,
  title: { en: 'At the end of the course', fr: 'À la fin du cours', ar: 'في نهاية الدورة' },
  intro: {
    en: 'What was good, and what should be better next time.',
    fr: 'Ce qui était bien, et ce qui devrait être mieux la prochaine fois.',
    ar: 'ما كان جيدًا، وما ينبغي أن يكون أفضل في المرة القادمة.',
  },
  questions: [
    grade('content', { en: 'The content', fr: 'Le contenu', ar: 'المحتوى' }),
    {
      code: 'pace',
      kind: 'choice',
      label: { en: 'The pace', fr: 'Le rythme', ar: 'سرعة السير' },
      options: [
        { value: 'slow', label: { en: 'Too slow', fr: 'Trop lent', ar: 'بطيئة جدًا' } },
        { value: 'right', label: { en: 'Just right', fr: 'Juste bien', ar: 'مناسبة' } },
        { value: 'fast', label: { en: 'Too fast', fr: 'Trop rapide', ar: 'سريعة جدًا' } },
      ],
      isRequired: true,
    },
    grade('instructors', { en: 'The instructors', fr: 'Les formateurs', ar: 'المدرّبون' }),
    grade('labs', { en: 'The labs', fr: 'Les travaux pratiques', ar: 'التدريبات العملية' }),
    grade('rooms', { en: 'Rooms and network', fr: 'Les salles et le réseau', ar: 'القاعات والشبكة' }),
    {
      code: 'keep',
      kind: 'longtext',
      label: { en: 'What should we keep?', fr: 'Que faut-il garder ?', ar: 'ما الذي ينبغي أن نُبقيه؟' },
      maximum: 1000,
    },
    {
      code: 'change',
      kind: 'longtext',
      label: { en: 'What should we change?', fr: 'Que faut-il changer ?', ar: 'ما الذي ينبغي أن نغيّره؟' },
      maximum: 1000,
    },
  ],
}
