import { CONSENTS, GENDER, RESIDENCE, visaNeed } from './asked-of-all.ts'
import { asked, page } from './written-question.ts'

const MEGABYTE = 1_048_576

/** The form of the grant for students at NDSS. */
export const NDSS_FORM = [
  page('you', { en: ['You'], fr: ['Vous'] }, [
    GENDER,
    RESIDENCE,
    visaNeed({ en: 'Korea', fr: 'en Corée' }),
    asked(
      'first-time',
      'yesno',
      { en: ['Would this be your first NDSS?'], fr: ['Serait-ce votre premier NDSS ?'] },
      'Balance of the group',
      { isRequired: true, meaning: 'first-time' },
    ),
  ]),
  page('studies', { en: ['Your studies'], fr: ['Vos études'] }, [
    asked(
      'institution',
      'text',
      { en: ['Your institution'], fr: ['Votre établissement'] },
      'Enrolment, and at most three of one institution',
      { isRequired: true, maximum: 200, meaning: 'institution' },
    ),
    asked(
      'institution-country',
      'country',
      { en: ['In which country is it?'], fr: ['Dans quel pays se trouve-t-il ?'] },
      'Which donors may pay',
      { isRequired: true },
    ),
    asked(
      'graduation',
      'date',
      { en: ['When you expect to graduate'], fr: ['Date prévue de votre diplôme'] },
      'Confirms the status',
      { isRequired: true },
    ),
    asked(
      'enrolment',
      'file',
      {
        en: ['Proof of enrolment', 'A PDF or a photograph, at most 5 MB.'],
        fr: ['Preuve d’inscription', 'Un PDF ou une photographie, 5 Mo au plus.'],
      },
      'Confirms the status',
      { isRequired: true, maximum: 5 * MEGABYTE, isHidden: true },
    ),
    asked(
      'cv',
      'file',
      { en: ['CV of two pages', 'A PDF, at most 2 MB.'], fr: ['CV de deux pages', 'Un PDF, 2 Mo au plus.'] },
      'Benefit to research and career',
      { isRequired: true, maximum: 2 * MEGABYTE },
    ),
  ]),
  page('research', { en: ['Your research'], fr: ['Votre recherche'] }, [
    asked(
      'presenting',
      'choice',
      { en: ['Do you present at NDSS or a workshop?'], fr: ['Présentez-vous à NDSS ou dans un atelier ?'] },
      'Presenting or author',
      {
        isRequired: true,
        options: [
          ['paper', 'A paper, as author', 'Un article, comme auteur'],
          ['workshop', 'At a workshop', 'Dans un atelier'],
          ['poster', 'A poster', 'Une affiche'],
          ['no', 'No', 'Non'],
        ],
      },
    ),
    asked(
      'papers',
      'text',
      { en: ['Numbers of your papers'], fr: ['Numéros de vos articles'] },
      'Presenting or author',
      { maximum: 100, shownWhen: { question: 'presenting', value: 'paper' } },
    ),
    asked(
      'statement',
      'longtext',
      {
        en: ['What would NDSS do for your research?', 'At most 500 words.'],
        fr: ['Que ferait NDSS pour votre recherche ?', '500 mots au plus.'],
      },
      'Benefit to research and career',
      { isRequired: true, maximum: 500, isInWords: true },
    ),
    asked(
      'service',
      'longtext',
      {
        en: ['What do you do for the community?', 'Artifact evaluation, volunteering, helping students.'],
        fr: ['Que faites-vous pour la communauté ?', 'Évaluation d’artefacts, bénévolat, aide aux étudiants.'],
      },
      'Community service',
      { maximum: 600 },
    ),
    asked(
      'participation',
      'longtext',
      {
        en: [
          'Is there something about your school, group or region that makes coming harder?',
          'A school without a travel budget, a group or a region that is seldom at NDSS.',
        ],
        fr: [
          'Votre école, votre groupe ou votre région rend-il la venue plus difficile ?',
          'Une école sans budget de voyage, un groupe ou une région rarement présents à NDSS.',
        ],
      },
      'Widening participation',
      { maximum: 600 },
    ),
  ]),
  page('need', { en: ['Costs'], fr: ['Coûts'] }, [
    asked(
      'costs',
      'costs',
      {
        en: ['What would it cost, and what can you or your school cover?', 'In US dollars; an estimate is enough.'],
        fr: [
          'Que coûterait votre venue, et que pouvez-vous couvrir, vous ou votre école ?',
          'En dollars des États-Unis ; une estimation suffit.',
        ],
      },
      'Financial need',
      {
        isRequired: true,
        rows: [
          ['travel', 'Flight', 'Vol'],
          ['lodging', 'Lodging', 'Hébergement'],
          ['visa', 'Visa', 'Visa'],
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
      'Financial need',
      { isRequired: true, maximum: 600 },
    ),
  ]),
  page('consent', { en: ['What you agree to'], fr: ['Ce que vous acceptez'] }, CONSENTS),
]
