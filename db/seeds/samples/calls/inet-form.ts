import { BIRTH_YEAR, CONSENTS, GENDER, INSTITUTION, NATIONALITY, RESIDENCE, visaNeed } from './asked-of-all.ts'
import { asked, type Choice, page } from './written-question.ts'

const ROLES: Choice[] = [
  ['technical', 'Technical: networks, systems, security', 'Technique : réseaux, systèmes, sécurité'],
  ['policy', 'Policy or law', 'Politiques ou droit'],
  ['teaching', 'Teaching or research', 'Enseignement ou recherche'],
  ['community', 'Community or civil society', 'Communauté ou société civile'],
  ['other', 'Something else', 'Autre'],
]

/** The form of the INET fellowship; `year` is the year of its event. */
export function inetForm(year: number) {
  return [
    page('you', { en: ['You'], fr: ['Vous'] }, [
      BIRTH_YEAR,
      GENDER,
      RESIDENCE,
      NATIONALITY,
      visaNeed({ en: 'Rwanda', fr: 'au Rwanda' }),
      asked(
        'first-time',
        'yesno',
        {
          en: ['Would this be your first INET?', 'Who comes again is judged more by what they did since.'],
          fr: ['Serait-ce votre premier INET ?', 'Pour un retour, ce que vous avez fait depuis compte davantage.'],
        },
        'Which weights of the rubric hold',
        { isRequired: true, meaning: 'first-time' },
      ),
      asked(
        'earlier-award',
        'choice',
        {
          en: ['When were you an INET fellow last?'],
          fr: ['Quand avez-vous reçu une bourse INET pour la dernière fois ?'],
        },
        'Eligibility',
        { isRequired: true, meaning: 'earlier-award', options: earlierYears(year) },
      ),
      asked(
        'funded-speaker',
        'yesno',
        {
          en: ['Is your journey to INET paid already, as a speaker for instance?'],
          fr: ['Votre voyage à INET est-il déjà payé, comme intervenant par exemple ?'],
        },
        'Nobody is paid for twice',
        { isRequired: true },
      ),
    ]),
    page('work', { en: ['Your work'], fr: ['Votre travail'] }, [
      asked('role', 'text', { en: ['What you do'], fr: ['Ce que vous faites'] }, 'Relevance of work or studies', {
        isRequired: true,
        maximum: 200,
      }),
      asked('role-kind', 'choice', { en: ['Of which kind is it?'], fr: ['De quel ordre ?'] }, 'Balance, and donors', {
        isRequired: true,
        options: ROLES,
      }),
      INSTITUTION,
      asked('student', 'yesno', { en: ['Are you a student?'], fr: ['Étudiez-vous ?'] }, 'Share of students', {
        isRequired: true,
      }),
      asked(
        'relevance',
        'longtext',
        {
          en: ['What of INET matters to your work or studies?'],
          fr: ['Qu’est-ce qui, à INET, compte pour votre travail ou vos études ?'],
        },
        'Relevance of work or studies',
        { isRequired: true, maximum: 1500 },
      ),
      asked(
        'languages',
        'languages',
        {
          en: ['How well do you know them?'],
          fr: ['Quel est votre niveau ?'],
        },
        'Interpretation',
        {
          isRequired: true,
          options: [
            ['en', 'English', 'Anglais'],
            ['fr', 'French', 'Français'],
          ],
        },
      ),
    ]),
    page('plan', { en: ['What comes of it'], fr: ['Ce qui en naîtra'] }, [
      asked(
        'contribution',
        'longtext',
        {
          en: ['What will you do at home afterwards: with whom, by when?'],
          fr: ['Que ferez-vous ensuite chez vous : avec qui, d’ici quand ?'],
        },
        'Contribution plan',
        { isRequired: true, maximum: 2000 },
      ),
      asked(
        'community',
        'longtext',
        {
          en: ['Where do you take part: a chapter, a network operators’ group, a research network?'],
          fr: ['Où participez-vous : un chapitre, un groupe d’opérateurs, un réseau de recherche ?'],
        },
        'Community engagement',
        { maximum: 1000 },
      ),
      asked(
        'under-served',
        'longtext',
        {
          en: ['Who is under-served where you live?', 'Coarse facts, please: no names, no addresses.'],
          fr: ['Qui est mal desservi là où vous vivez ?', 'Dans les grandes lignes : sans noms ni adresses.'],
        },
        'Under-served community or region',
        { maximum: 600 },
      ),
    ]),
    page('need', { en: ['Support'], fr: ['Soutien'] }, [
      asked('support', 'choice', { en: ['What do you ask for?'], fr: ['Que demandez-vous ?'] }, 'Which award', {
        isRequired: true,
        options: [
          ['full', 'A full fellowship', 'Une bourse complète'],
          ['partial', 'A partial fellowship: we pay the journey', 'Une bourse partielle : nous payons le voyage'],
        ],
      }),
      asked(
        'costs',
        'costs',
        {
          en: ['What would it cost, and what can you or your employer cover?', 'In US dollars; an estimate is enough.'],
          fr: [
            'Que coûterait votre venue, et que pouvez-vous couvrir, vous ou votre employeur ?',
            'En dollars des États-Unis ; une estimation suffit.',
          ],
        },
        'Need',
        {
          isRequired: true,
          rows: [
            ['travel', 'Flight', 'Vol'],
            ['lodging', 'Hotel', 'Hôtel'],
            ['meals', 'Meals', 'Repas'],
            ['visa', 'Visa and insurance', 'Visa et assurance'],
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
        'Need',
        { maximum: 600 },
      ),
    ]),
    page('consent', { en: ['What you agree to'], fr: ['Ce que vous acceptez'] }, CONSENTS),
  ]
}

/** The five years before, and all before them. */
function earlierYears(year: number): Choice[] {
  const years = [1, 2, 3, 4, 5].map((ago): Choice => [`${year - ago}`, `${year - ago}`, `${year - ago}`])
  const before = `${year - 6}`
  return [['no', 'Never', 'Jamais'], ...years, [before, `${before} or before`, `${before} ou avant`]]
}
