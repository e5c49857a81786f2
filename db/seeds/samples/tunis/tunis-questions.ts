import type { Question } from '../questions.ts'

/** What everybody is asked who comes, for those who teach, for the kitchen and for an emergency; deleted after `eraseOn`. */
export function tunisQuestions(eraseOn: string): Question[] {
  return [
    {
      code: 'called-name',
      kind: 'text',
      audience: 'instructors',
      meaning: 'called-name',
      texts: {
        en: ['What should we call you?', 'If it is not in your name above.'],
        fr: ['Comment devons-nous vous appeler ?', 'Si cela ne se voit pas dans votre nom.'],
        ar: ['بماذا نناديك؟', 'إن لم يكن ذلك واضحًا من اسمك.'],
      },
      purpose: 'Your instructors call you so',
    },
    {
      code: 'pronunciation',
      kind: 'text',
      audience: 'instructors',
      meaning: 'pronunciation',
      texts: {
        en: ['How is your name said?', 'In any way that helps: shi-VAWN.'],
        fr: ['Comment votre nom se prononce-t-il ?', 'Comme vous voulez : chi-VONNE.'],
        ar: ['كيف يُنطق اسمك؟', 'بأي طريقة تساعدنا.'],
      },
      purpose: 'Your instructors say it right',
    },
    {
      code: 'laptop',
      kind: 'yesno',
      isRequired: true,
      audience: 'instructors',
      meaning: 'laptop',
      texts: {
        en: ['Will you bring a laptop?', 'We lend one to who has none.'],
        fr: ['Apporterez-vous un ordinateur ?', 'Nous en prêtons à qui n’en a pas.'],
        ar: ['هل ستحضر حاسوبًا محمولًا؟', 'نعير واحدًا لمن ليس لديه.'],
      },
      purpose: 'The host borrows what is missing',
    },
    {
      code: 'share-email',
      kind: 'yesno',
      meaning: 'share-email',
      texts: {
        en: ['May your instructors have your address?'],
        fr: ['Vos formateurs peuvent-ils avoir votre adresse ?'],
        ar: ['هل نعطي مدرّبيك عنوان بريدك؟'],
      },
      purpose: 'Your instructors may write to you',
    },
    {
      code: 'diet',
      kind: 'choices',
      audience: 'totals',
      meaning: 'diet',
      choices: [
        ['vegetarian', 'Vegetarian', 'Végétarien', 'نباتي'],
        ['vegan', 'Vegan', 'Végétalien', 'نباتي صرف'],
        ['halal', 'Halal', 'Halal', 'حلال'],
        ['no-nuts', 'Without nuts', 'Sans fruits à coque', 'بلا مكسّرات'],
      ],
      texts: { en: ['What you eat'], fr: ['Ce que vous mangez'], ar: ['ماذا تأكل'] },
      purpose: 'Totals for the kitchen',
      eraseOn,
    },
    {
      code: 'access',
      kind: 'longtext',
      meaning: 'access',
      texts: {
        en: ['What would help you take part?'],
        fr: ['Qu’est-ce qui vous aiderait à participer ?'],
        ar: ['ما الذي يعينك على المشاركة؟'],
      },
      purpose: 'The host prepares it with you',
      eraseOn,
    },
    {
      code: 'emergency',
      kind: 'text',
      isRequired: true,
      meaning: 'emergency',
      texts: {
        en: ['Whom do we call in an emergency?', 'A name and a number.'],
        fr: ['Qui appeler en cas d’urgence ?', 'Un nom et un numéro.'],
        ar: ['بمن نتصل في حالة الطوارئ؟', 'اسم ورقم هاتف.'],
      },
      purpose: 'Read in an emergency only, and each time it is read stays on record',
      eraseOn,
    },
  ]
}
