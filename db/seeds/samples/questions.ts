type Texts = { en: [label: string, help?: string]; fr: [label: string, help?: string] }
type Choice = [value: string, en: string, fr: string]

interface Question {
  code: string
  kind: string
  texts: Texts
  purpose: string
  isRequired?: boolean
  audience?: string
  choices?: Choice[]
  /** Asked of those who come in person only. */
  isOnsite?: boolean
  eraseOn?: string
}

const YES_NO_UNSURE: Choice[] = [
  ['yes', 'Yes', 'Oui'],
  ['no', 'No', 'Non'],
  ['unsure', 'I am not sure', 'Je ne sais pas'],
]

const SIZES: Choice[] = ['XS', 'S', 'M', 'L', 'XL', 'XXL', '3XL'].map((size) => [size.toLowerCase(), size, size])

/** What the three great samples ask of everybody who comes, as far as the registration form does not ask it anyway. */
export function commonQuestions(place: { en: string; fr: string }, eraseOn: string): Question[] {
  return [
    {
      code: 'pronouns',
      kind: 'text',
      isOnsite: true,
      texts: { en: ['Pronouns on your badge'], fr: ['Pronoms sur votre badge'] },
      purpose: 'Printed on the badge',
    },
    {
      code: 'job-title',
      kind: 'text',
      texts: { en: ['Job title'], fr: ['Fonction'] },
      purpose: 'Printed on the badge, counted by kind',
    },
    {
      code: 'visa',
      kind: 'choice',
      isRequired: true,
      isOnsite: true,
      audience: 'visa-desk',
      choices: YES_NO_UNSURE,
      texts: {
        en: [`Do you need a visa to enter ${place.en}?`, 'We write the invitation letter; it takes two working days.'],
        fr: [
          `Avez-vous besoin d’un visa pour entrer ${place.fr} ?`,
          'Nous écrivons la lettre d’invitation en deux jours ouvrables.',
        ],
      },
      purpose: 'Invitation letters',
      eraseOn,
    },
    {
      code: 'passport',
      kind: 'longtext',
      isOnsite: true,
      audience: 'visa-desk',
      texts: {
        en: [
          'Passport, if you need an invitation letter',
          'Your name as in the passport, its number, when it was issued and until when it is valid, your date of birth. Leave it empty if you need no letter.',
        ],
        fr: [
          'Passeport, si vous avez besoin d’une lettre d’invitation',
          'Votre nom comme dans le passeport, son numéro, ses dates de délivrance et d’expiration, votre date de naissance. Laissez vide sans besoin de lettre.',
        ],
      },
      purpose: 'Invitation letters; deleted after the event',
      eraseOn,
    },
    {
      code: 'nationality',
      kind: 'country',
      isOnsite: true,
      audience: 'visa-desk',
      texts: { en: ['Nationality, if you need a visa'], fr: ['Nationalité, si vous avez besoin d’un visa'] },
      purpose: 'Invitation letters',
      eraseOn,
    },
    {
      code: 'diet',
      kind: 'choices',
      isOnsite: true,
      audience: 'totals',
      choices: [
        ['vegetarian', 'Vegetarian', 'Végétarien'],
        ['vegan', 'Vegan', 'Végétalien'],
        ['halal', 'Halal', 'Halal'],
        ['kosher', 'Kosher', 'Casher'],
        ['no-gluten', 'Without gluten', 'Sans gluten'],
        ['no-nuts', 'Without nuts', 'Sans fruits à coque'],
      ],
      texts: { en: ['What you eat'], fr: ['Ce que vous mangez'] },
      purpose: 'Totals for the kitchen',
      eraseOn,
    },
    {
      code: 'access',
      kind: 'longtext',
      texts: {
        en: [
          'What would help you take part?',
          'Step-free ways, captions, a sign-language interpreter, a seat in front, a quiet room …',
        ],
        fr: [
          'Qu’est-ce qui vous aiderait à participer ?',
          'Accès sans marches, sous-titres, interprète en langue des signes, place devant, salle calme …',
        ],
      },
      purpose: 'The access officer prepares it with you',
      eraseOn,
    },
    {
      code: 'shirt',
      kind: 'choice',
      isOnsite: true,
      audience: 'totals',
      choices: SIZES,
      texts: { en: ['T-shirt size'], fr: ['Taille de t-shirt'] },
      purpose: 'Ordering shirts',
    },
  ]
}

export const HEADSET: Question = {
  code: 'headset',
  kind: 'choice',
  isOnsite: true,
  audience: 'totals',
  choices: [
    ['none', 'I need none', 'Je n’en ai pas besoin'],
    ['en', 'English', 'Anglais'],
    ['fr', 'French', 'Français'],
  ],
  texts: { en: ['Interpretation headset'], fr: ['Casque d’interprétation'] },
  purpose: 'How many headsets to rent',
}

export const AFFILIATION: Question = {
  code: 'affiliation-code',
  kind: 'text',
  texts: {
    en: [
      'Chapter, special interest group or member organization',
      'With the code that they gave you, if you have one.',
    ],
    fr: [
      'Chapitre, groupe d’intérêt ou organisation membre',
      'Avec le code qu’ils vous ont donné, si vous en avez un.',
    ],
  },
  purpose: 'The membership desk looks it up',
}

export const HEARD: Question = {
  code: 'heard',
  kind: 'choice',
  audience: 'totals',
  choices: [
    ['chapter', 'From a chapter', 'Par un chapitre'],
    ['colleague', 'From a colleague', 'Par un collègue'],
    ['list', 'On a mailing list', 'Sur une liste de diffusion'],
    ['web', 'On the web', 'Sur le web'],
    ['other', 'In another way', 'Autrement'],
  ],
  texts: { en: ['How did you hear of it?'], fr: ['Comment en avez-vous entendu parler ?'] },
  purpose: 'Statistics',
}

export const INVOICE: Question = {
  code: 'invoice',
  kind: 'longtext',
  audience: 'finance',
  texts: {
    en: ['For the invoice', 'Who pays, their address, tax number, purchase order and e-mail address.'],
    fr: ['Pour la facture', 'Qui paie, son adresse, son numéro fiscal, le bon de commande et l’adresse électronique.'],
  },
  purpose: 'Invoices',
}

/** The questions as the two parts of a document hold them. */
export function questionParts(questions: Question[], onsite: string[]) {
  return {
    open: questions.map((question) => ({
      code: question.code,
      kind: question.kind,
      isRequired: question.isRequired ?? false,
      texts: {
        en: textOf(question, 'en'),
        fr: textOf(question, 'fr'),
      },
      ticketTypes: question.isOnsite ? onsite : [],
    })),
    secret: questions.map(({ code, purpose, audience = 'organizers', eraseOn = null }) => ({
      code,
      purpose,
      audience,
      eraseOn,
    })),
  }
}

function textOf({ texts, choices = [] }: Question, language: 'en' | 'fr') {
  const [label, help = ''] = texts[language]
  return {
    label,
    help,
    options: choices.map(([value, en, fr]) => ({ value, label: language === 'en' ? en : fr })),
  }
}
