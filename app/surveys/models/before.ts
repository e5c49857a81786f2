import { type ModelQuestion, SKILL_LEVELS, type SurveyModel, type Written } from './model.ts'

const TOPICS: [code: string, label: Written][] = [
  ['ip-addressing', { en: 'IPv4 and IPv6 addressing', fr: 'Adressage IPv4 et IPv6', ar: 'عنونة IPv4 وIPv6' }],
  [
    'routing',
    { en: 'Routing with OSPF or IS-IS', fr: 'Routage avec OSPF ou IS-IS', ar: 'التوجيه ببروتوكول OSPF أو IS-IS' },
  ],
  ['bgp', { en: 'BGP with other networks', fr: 'BGP avec d’autres réseaux', ar: 'بروتوكول BGP مع شبكات أخرى' }],
  ['dns', { en: 'DNS servers and zones', fr: 'Serveurs et zones DNS', ar: 'خوادم DNS ونطاقاتها' }],
  ['unix', { en: 'The Unix command line', fr: 'La ligne de commande Unix', ar: 'سطر أوامر يونكس' }],
  ['monitoring', { en: 'Monitoring a network', fr: 'La supervision d’un réseau', ar: 'مراقبة الشبكة' }],
]

const skills: ModelQuestion[] = TOPICS.map(([code, label]) => ({
  code: `skill-${code}`,
  kind: 'choice',
  label,
  options: SKILL_LEVELS,
  isRequired: true,
  meaning: 'skill',
}))

export const BEFORE: SurveyModel = {
  kind: 'before',
  isAnonymous: false,
  title: { en: 'Before the course', fr: 'Avant le cours', ar: 'قبل الدورة' },
  intro: {
    en: 'Five minutes that help your instructors to begin where you are. There are no wrong answers.',
    fr: 'Cinq minutes qui aident vos formateurs à partir de là où vous en êtes. Il n’y a pas de mauvaise réponse.',
    ar: 'خمس دقائق تساعد مدرّبيك على البدء من حيث أنت. لا توجد إجابات خاطئة.',
  },
  questions: [
    ...skills,
    {
      code: 'topics',
      kind: 'longtext',
      label: {
        en: 'Which problem from your work should we take up?',
        fr: 'Quel problème de votre travail devrions-nous traiter ?',
        ar: 'ما المشكلة من عملك التي تودّ أن نتناولها؟',
      },
      maximum: 1000,
      meaning: 'topic',
    },
    {
      code: 'laptop',
      kind: 'choice',
      label: {
        en: 'Which computer will you bring?',
        fr: 'Quel ordinateur apporterez-vous ?',
        ar: 'ما الحاسوب الذي ستحضره معك؟',
      },
      options: [
        { value: 'linux', label: { en: 'With Linux', fr: 'Sous Linux', ar: 'بنظام لينكس' } },
        { value: 'windows', label: { en: 'With Windows', fr: 'Sous Windows', ar: 'بنظام ويندوز' } },
        { value: 'macos', label: { en: 'With macOS', fr: 'Sous macOS', ar: 'بنظام ماك' } },
        {
          value: 'none',
          label: { en: 'None: I need one', fr: 'Aucun : il m’en faut un', ar: 'لا شيء: أحتاج إلى حاسوب' },
        },
      ],
      isRequired: true,
      meaning: 'laptop',
    },
  ],
}
