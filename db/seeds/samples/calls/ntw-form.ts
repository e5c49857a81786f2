import { BIRTH_YEAR, CONSENTS, GENDER, INSTITUTION, NATIONALITY, RESIDENCE, visaNeed } from './asked-of-all.ts'
import { NTW_SKILLS } from './ntw-skills.ts'
import { asked, type Choice, page } from './written-question.ts'

const TAUGHT: Choice[] = [
  ['en', 'English', 'Anglais'],
  ['fr', 'French', 'Français'],
]

const CHANNELS: Choice[] = [
  ['mail', 'E-mail', 'Courriel'],
  ['phone', 'Telephone', 'Téléphone'],
  ['text', 'Text message', 'SMS'],
  ['chat', 'A messenger', 'Une messagerie'],
]

const ORGANIZATIONS: Choice[] = [
  ['university', 'University or school', 'Université ou école'],
  ['research', 'Research and education network', 'Réseau de recherche et d’éducation'],
  ['provider', 'Internet service provider', 'Fournisseur d’accès'],
  ['exchange', 'Exchange point or registry', 'Point d’échange ou registre'],
  ['public', 'Ministry or public body', 'Ministère ou organisme public'],
  ['other', 'Something else', 'Autre'],
]

const SIZES: Choice[] = [
  ['1-10', '1 to 10', '1 à 10'],
  ['11-100', '11 to 100', '11 à 100'],
  ['101-1000', '101 to 1,000', '101 à 1 000'],
  ['1001', 'More than 1,000', 'Plus de 1 000'],
]

/** The groups A to J of the form of the Network Training Workshop; D, G and I also ask what every such call asks. */
export const NTW_FORM = [
  page('you', { en: ['You'], fr: ['Vous'] }, [
    BIRTH_YEAR,
    GENDER,
    RESIDENCE,
    NATIONALITY,
    visaNeed({ en: 'Rwanda', fr: 'au Rwanda' }),
    asked(
      'phone',
      'phone',
      {
        en: ['Telephone', 'With the country’s number in front.'],
        fr: ['Téléphone', 'Avec l’indicatif du pays.'],
      },
      'A second way to reach applicants',
      { isHidden: true },
    ),
    asked(
      'channel',
      'choice',
      { en: ['How do we reach you most reliably?'], fr: ['Comment vous joindre le plus sûrement ?'] },
      'Reaching people before they travel',
      { isRequired: true, isHidden: true, options: CHANNELS },
    ),
    asked(
      'laptop',
      'yesno',
      { en: ['Do you bring a laptop?'], fr: ['Apportez-vous un ordinateur portable ?'] },
      'How many machines the labs lend',
      { isRequired: true },
    ),
  ]),
  page('work', { en: ['Your work'], fr: ['Votre travail'] }, [
    asked('role', 'text', { en: ['What you do there'], fr: ['Votre fonction'] }, 'Fit to the track', {
      isRequired: true,
      maximum: 200,
    }),
    INSTITUTION,
    asked(
      'organization-kind',
      'choice',
      { en: ['What kind of organization is it?'], fr: ['De quel type d’organisation s’agit-il ?'] },
      'Balance of the group',
      { isRequired: true, options: ORGANIZATIONS },
    ),
    asked(
      'organization-size',
      'choice',
      { en: ['How many people work there?'], fr: ['Combien de personnes y travaillent ?'] },
      'Impact at home',
      { isRequired: true, options: SIZES },
    ),
    asked(
      'users',
      'number',
      { en: ['How many people use its network?'], fr: ['Combien de personnes utilisent son réseau ?'] },
      'Impact at home',
      { isRequired: true, maximum: 99_999_999 },
    ),
    asked(
      'release',
      'yesno',
      {
        en: ['Does your employer release you for all seven days?', 'We ask your employer for a word on it.'],
        fr: [
          'Votre employeur vous libère-t-il les sept jours ?',
          'Nous demandons un mot à votre employeur à ce sujet.',
        ],
      },
      'Whether they can come',
      { isRequired: true },
    ),
    asked(
      'who-pays',
      'longtext',
      { en: ['Who would pay for what?'], fr: ['Qui paierait quoi ?'] },
      'Need and use of funds',
      { isRequired: true, maximum: 600 },
    ),
  ]),
  page('languages', { en: ['Languages'], fr: ['Langues'] }, [
    asked(
      'languages',
      'languages',
      {
        en: ['How well do you know them?'],
        fr: ['Quel est votre niveau ?'],
      },
      'Whether the language of the track suffices',
      { isRequired: true, options: TAUGHT },
    ),
  ]),
  page('track', { en: ['Track'], fr: ['Parcours'] }, [
    asked(
      'other-track',
      'yesno',
      {
        en: ['Would you take another track than those you named?'],
        fr: ['Accepteriez-vous un autre parcours que ceux que vous avez nommés ?'],
      },
      'Filling the tracks',
      { isRequired: true },
    ),
  ]),
  page('skills', { en: ['What you have done'], fr: ['Ce que vous avez fait'] }, NTW_SKILLS),
  page('motivation', { en: ['Why, and what comes of it'], fr: ['Pourquoi, et ce qui en naîtra'] }, [
    asked(
      'problem',
      'longtext',
      {
        en: ['Which problem of your network do you want to solve?'],
        fr: ['Quel problème de votre réseau voulez-vous résoudre ?'],
      },
      'Fit to the track',
      { isRequired: true, maximum: 1500 },
    ),
    asked(
      'plan',
      'longtext',
      {
        en: ['How will you train others: whom, where, when?', 'A named course with a date says more than good will.'],
        fr: [
          'Comment formerez-vous d’autres personnes : qui, où, quand ?',
          'Un cours précis et daté dit plus que la bonne volonté.',
        ],
      },
      'Passing on what was learned',
      { isRequired: true, maximum: 1500 },
    ),
  ]),
  page(
    'team',
    {
      en: ['Team', 'Two or three from one country may apply together: one makes a code, the others give it.'],
      fr: [
        'Équipe',
        'Deux ou trois personnes d’un même pays peuvent postuler ensemble : l’une crée un code, les autres le donnent.',
      ],
    },
    [
      asked(
        'colleagues',
        'text',
        {
          en: ['E-mail addresses of colleagues who apply too', 'With commas between.'],
          fr: ['Adresses des collègues qui postulent aussi', 'Séparées par des virgules.'],
        },
        'Teams from one country',
        { meaning: 'colleagues', isHidden: true, maximum: 400 },
      ),
    ],
  ),
  page('support', { en: ['Support'], fr: ['Soutien'] }, [
    asked('support', 'choice', { en: ['What do you ask for?'], fr: ['Que demandez-vous ?'] }, 'Which award', {
      isRequired: true,
      options: [
        ['full', 'A full award', 'Une bourse complète'],
        ['partial', 'A partial award', 'Une bourse partielle'],
        ['none', 'Nothing: we pay ourselves', 'Rien : nous payons nous-mêmes'],
      ],
    }),
    asked(
      'costs',
      'costs',
      {
        en: ['What would it cost, and what can you cover?', 'In US dollars; an estimate is enough.'],
        fr: [
          'Que coûterait votre venue, et que pouvez-vous couvrir ?',
          'En dollars des États-Unis ; une estimation suffit.',
        ],
      },
      'Need and use of funds',
      {
        isRequired: true,
        rows: [
          ['travel', 'Flight', 'Vol'],
          ['lodging', 'Lodging', 'Hébergement'],
          ['visa', 'Visa and insurance', 'Visa et assurance'],
          ['other', 'Everything else', 'Le reste'],
        ],
      },
    ),
    asked(
      'other-funding',
      'longtext',
      {
        en: ['Where else did you ask for support, and what came of it?'],
        fr: ['Où avez-vous aussi demandé un soutien, et avec quel résultat ?'],
      },
      'Need and use of funds',
      { maximum: 600 },
    ),
  ]),
  page('consent', { en: ['What you agree to'], fr: ['Ce que vous acceptez'] }, CONSENTS),
]
