import { asked, type Choice } from './written-question.ts'

export const YES_NO_UNSURE: Choice[] = [
  ['yes', 'Yes', 'Oui'],
  ['no', 'No', 'Non'],
  ['unsure', 'I am not sure', 'Je ne sais pas'],
]

/** For balance only, and nobody must answer. */
export const GENDER = asked(
  'gender',
  'choice',
  {
    en: ['Gender', 'Only to see whether the group is balanced. You need not answer.'],
    fr: ['Genre', 'Seulement pour l’équilibre du groupe. Vous pouvez ne pas répondre.'],
  },
  'Balance of the group, never shown to reviewers',
  {
    meaning: 'gender',
    isHidden: true,
    options: [
      ['woman', 'Woman', 'Femme'],
      ['man', 'Man', 'Homme'],
      ['other', 'In another way', 'Autrement'],
    ],
  },
)

export const BIRTH_YEAR = asked(
  'birth-year',
  'number',
  {
    en: ['Year of birth', 'The full date only once you have accepted.'],
    fr: ['Année de naissance', 'La date complète seulement après votre acceptation.'],
  },
  'Eligibility',
  { isRequired: true, maximum: 2030, meaning: 'birth-year', isHidden: true },
)

export const RESIDENCE = asked(
  'residence',
  'country',
  { en: ['Country where you live'], fr: ['Pays où vous vivez'] },
  'Eligibility, and which donors may pay',
  { isRequired: true },
)

export const NATIONALITY = asked(
  'nationality',
  'country',
  { en: ['Nationality'], fr: ['Nationalité'] },
  'Invitation letters',
  { isRequired: true, isHidden: true },
)

/** Whether they need a visa, for that country. */
export function visaNeed(place: { en: string; fr: string }) {
  return asked(
    'needs-visa',
    'choice',
    {
      en: [`Do you need a visa to enter ${place.en}?`],
      fr: [`Avez-vous besoin d’un visa pour entrer ${place.fr} ?`],
    },
    'Time for a visa',
    { isRequired: true, meaning: 'needs-visa', options: YES_NO_UNSURE },
  )
}

export const INSTITUTION = asked(
  'organization',
  'text',
  { en: ['Organization'], fr: ['Organisation'] },
  'At most so many of one organization',
  { isRequired: true, maximum: 200, meaning: 'institution', isHidden: true },
)

/** What everybody agrees to at the end. */
export const CONSENTS = [
  asked(
    'processing',
    'consent',
    {
      en: [
        'You may use what I wrote here to decide on my application.',
        'We keep it until six months after the event and show it to those who decide.',
      ],
      fr: [
        'Vous pouvez utiliser ce que j’ai écrit pour décider de ma candidature.',
        'Nous le gardons jusqu’à six mois après l’événement et le montrons à celles et ceux qui décident.',
      ],
    },
    'Consent',
    { isRequired: true },
  ),
  asked(
    'funders',
    'consent',
    {
      en: ['You may tell funders my name, my country and what I was given.', 'Only of those who get an award.'],
      fr: [
        'Vous pouvez donner aux bailleurs mon nom, mon pays et ce que j’ai reçu.',
        'Seulement si une bourse m’est accordée.',
      ],
    },
    'Reports to donors',
    { isRequired: true },
  ),
  asked(
    'conduct',
    'consent',
    { en: ['I will keep to the code of conduct.'], fr: ['Je respecterai le code de conduite.'] },
    'Code of conduct',
    { isRequired: true },
  ),
  asked(
    'publish-name',
    'yesno',
    {
      en: ['May we publish your name among those who were awarded?', 'You can change your mind at any time.'],
      fr: ['Pouvons-nous publier votre nom parmi les bénéficiaires ?', 'Vous pouvez changer d’avis à tout moment.'],
    },
    'The public list',
    { meaning: 'publish-name' },
  ),
]
