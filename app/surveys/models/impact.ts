import type { SurveyModel } from './model.ts'

export const IMPACT: SurveyModel = {
  kind: 'impact',
  isAnonymous: true,
  title: { en: 'What changed at work?', fr: 'Qu’est-ce qui a changé au travail ?', ar: 'ما الذي تغيّر في العمل؟' },
  intro: {
    en: 'Half a year after the course: five questions. They tell those who pay for workshops whether they are worth it.',
    fr: 'Six mois après le cours : cinq questions. Elles disent à ceux qui financent les ateliers s’ils en valent la peine.',
    ar: 'بعد نصف عام من الدورة: خمسة أسئلة تقول لمن يموّلون الورش إن كانت تستحق ذلك.',
  },
  questions: [
    {
      code: 'used',
      kind: 'choice',
      label: {
        en: 'How often do you use what you learned?',
        fr: 'À quelle fréquence utilisez-vous ce que vous avez appris ?',
        ar: 'كم مرة تستعمل ما تعلّمته؟',
      },
      options: [
        { value: 'weekly', label: { en: 'Every week', fr: 'Chaque semaine', ar: 'كل أسبوع' } },
        { value: 'monthly', label: { en: 'Every month', fr: 'Chaque mois', ar: 'كل شهر' } },
        { value: 'seldom', label: { en: 'Seldom', fr: 'Rarement', ar: 'نادرًا' } },
        { value: 'never', label: { en: 'Not yet', fr: 'Pas encore', ar: 'لم أستعمله بعد' } },
      ],
      isRequired: true,
    },
    {
      code: 'changed',
      kind: 'longtext',
      label: {
        en: 'What did you set up or change in your network?',
        fr: 'Qu’avez-vous mis en place ou changé dans votre réseau ?',
        ar: 'ما الذي أنشأته أو غيّرته في شبكتك؟',
      },
      maximum: 1000,
    },
    {
      code: 'taught',
      kind: 'number',
      label: {
        en: 'To how many people have you passed it on?',
        fr: 'À combien de personnes l’avez-vous transmis ?',
        ar: 'إلى كم شخصًا نقلت ما تعلّمته؟',
      },
      maximum: 10_000,
    },
    {
      code: 'role',
      kind: 'yesno',
      label: {
        en: 'Has your work or your position changed since?',
        fr: 'Votre travail ou votre poste a-t-il changé depuis ?',
        ar: 'هل تغيّر عملك أو منصبك منذ ذلك الحين؟',
      },
    },
    {
      code: 'hindered',
      kind: 'longtext',
      label: {
        en: 'What kept you from using more of it?',
        fr: 'Qu’est-ce qui vous a empêché d’en utiliser davantage ?',
        ar: 'ما الذي منعك من استعمال المزيد منه؟',
      },
      maximum: 1000,
    },
  ],
}
