import { GRADES, type SurveyModel } from './model.ts'

export const DAILY: SurveyModel = {
  kind: 'daily',
  isAnonymous: true,
  title: { en: 'How was today?', fr: 'Comment s’est passée la journée ?', ar: 'كيف كان يومك؟' },
  intro: {
    en: 'One question a day, so that tomorrow can be better.',
    fr: 'Une question par jour, pour que demain soit meilleur.',
    ar: 'سؤال واحد كل يوم، كي يكون الغد أفضل.',
  },
  questions: [
    {
      code: 'today',
      kind: 'choice',
      label: {
        en: 'How was today for you?',
        fr: 'Comment était cette journée pour vous ?',
        ar: 'كيف كان هذا اليوم لك؟',
      },
      options: GRADES,
      isRequired: true,
    },
    {
      code: 'unclear',
      kind: 'longtext',
      label: {
        en: 'What is still unclear?',
        fr: 'Qu’est-ce qui n’est pas encore clair ?',
        ar: 'ما الذي ما زال غير واضح؟',
      },
      maximum: 500,
    },
  ],
}
