type Text = [label: string, help?: string]
type Texts = { en: Text; fr: Text; ar?: Text }
type Choice = [value: string, en: string, fr: string, ar?: string]

export interface Question {
  code: string
  kind: string
  texts: Texts
  purpose: string
  /** What its answers are there for besides, to who teaches, to the kitchen or in an emergency. */
  meaning?: string
  isRequired?: boolean
  audience?: string
  choices?: Choice[]
  /** Asked of those who come in person only. */
  isOnsite?: boolean
  /** Asked with these ticket types only, whoever else is asked. */
  only?: string[]
  eraseOn?: string
  stage?: string
  maximum?: number
  shownWhen?: { question: string; value: string }
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
      code: 'nationality',
      kind: 'country',
      isRequired: true,
      isOnsite: true,
      audience: 'visa-desk',
      texts: { en: ['Nationality'], fr: ['Nationalité'] },
      purpose: 'Invitation letters',
      shownWhen: { question: 'visa', value: 'yes' },
      eraseOn,
    },
    {
      code: 'letter',
      kind: 'yesno',
      isOnsite: true,
      audience: 'visa-desk',
      texts: {
        en: ['Do you want an invitation letter from us?'],
        fr: ['Voulez-vous une lettre d’invitation de notre part ?'],
      },
      purpose: 'Invitation letters',
      shownWhen: { question: 'visa', value: 'yes' },
      eraseOn,
    },
    ...passport(eraseOn),
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
      meaning: 'diet',
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
      meaning: 'access',
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

/** Asked once a seat is confirmed, of those who want a letter, and deleted after the event. */
function passport(eraseOn: string): Question[] {
  const rows: [code: string, kind: string, en: string, fr: string][] = [
    ['passport-name', 'text', 'Name as in your passport', 'Nom comme dans votre passeport'],
    ['passport-number', 'text', 'Number of your passport', 'Numéro de votre passeport'],
    ['passport-issued', 'date', 'Issued on', 'Délivré le'],
    ['passport-expires', 'date', 'Valid until', 'Valable jusqu’au'],
    ['born', 'date', 'Date of birth', 'Date de naissance'],
  ]
  return rows.map(([code, kind, en, fr]) => ({
    code,
    kind,
    isRequired: true,
    isOnsite: true,
    audience: 'visa-desk',
    stage: 'accepted',
    texts: { en: [en], fr: [fr] },
    purpose: 'Invitation letters; deleted after the event',
    shownWhen: { question: 'letter', value: 'yes' },
    eraseOn,
  }))
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

export const MEMBERSHIP: Question = {
  code: 'membership',
  kind: 'yesno',
  only: ['FULL'],
  texts: {
    en: [
      'Enrol me as a member of the Internet Society',
      'Free of charge; we send your name and address to its office.',
    ],
    fr: ['Inscrivez-moi comme membre de l’Internet Society', 'Gratuit ; nous transmettons votre nom et votre adresse.'],
  },
  purpose: 'Sent to the membership office',
}

export const HUB_SEATS: Question = {
  code: 'hub-seats',
  kind: 'number',
  isRequired: true,
  maximum: 60,
  only: ['HUB'],
  texts: {
    en: ['Seats in your hub', 'Sixty at most.'],
    fr: ['Places dans votre relais', 'Soixante au plus.'],
  },
  purpose: 'How many people take part in hubs',
}

/** Whom the questions of an event are asked with: its main tickets, so that nobody answers twice because of an add-on. */
export interface AskedWith {
  onsite: string[]
  online: string[]
  hidden: string[]
}

/** The questions as the two parts of a document hold them. */
export function questionParts(questions: Question[], { onsite, online, hidden }: AskedWith) {
  const isHiddenOnly = ({ only }: Question) => only !== undefined && !only.some((code) => onsite.includes(code))
  const shape = (question: Question) => ({
    kind: question.kind,
    isRequired: question.isRequired ?? false,
    stage: question.stage ?? 'registering',
    maximum: question.maximum ?? null,
    texts: {
      en: textOf(question, 'en'),
      fr: textOf(question, 'fr'),
      ...(question.texts.ar ? { ar: textOf(question, 'ar') } : {}),
    },
  })
  return {
    open: questions
      .filter((question) => !isHiddenOnly(question))
      .map((question) => ({
        code: question.code,
        ...shape(question),
        shownWhen: question.shownWhen ?? null,
        ticketTypes: question.only ?? (question.isOnsite ? onsite : [...onsite, ...online]),
      })),
    secret: questions.map((question) => {
      const { code, purpose, audience = 'organizers', eraseOn = null, meaning = '', only } = question
      const secret = { code, purpose, audience, eraseOn, meaning }
      return isHiddenOnly(question)
        ? { ...secret, hiddenTicketTypes: only, hidden: shape(question) }
        : { ...secret, hiddenTicketTypes: only ? [] : hidden }
    }),
  }
}

function textOf({ texts, choices = [] }: Question, language: 'en' | 'fr' | 'ar') {
  const [label, help = ''] = texts[language] ?? texts.en
  return {
    label,
    help,
    options: choices.map(([value, en, fr, ar]) => ({ value, label: { en, fr, ar: ar ?? en }[language] })),
  }
}
