import { NDSS_FORM } from './ndss-form.ts'
import { NDSS_RUBRIC } from './ndss-rubric.ts'
import { fund } from './written-fund.ts'
import { bundle, gives } from './written-package.ts'
import type { Calendar } from '../calendar.ts'

const ZONE = 'Asia/Seoul'

/** The grant for students at NDSS: a pass, and travel by how far they come. */
export function ndssCall(calendar: Calendar, ofEvent = calendar) {
  const end = (day: string) => calendar.at(day, '24:00', 'AoE')
  const ticket = [{ choice: 'NDSS', ticket: 'GRANT' }]
  return {
    slug: 'student-grant',
    kind: 'scholarship' as const,
    status: 'open' as const,
    numberPrefix: 'S',
    texts: { en: ENGLISH, fr: FRENCH },
    opensAt: calendar.at('2026-11-16', '00:00', ZONE),
    closesAt: end('2026-12-11'),
    closesZone: 'AoE',
    graceMinutes: 60,
    refereesUntilAt: end('2026-12-14'),
    reviewUntilAt: end('2027-01-04'),
    decideAt: calendar.at('2027-01-08', '12:00', ZONE),
    refereesWanted: 1,
    isEmployerWanted: false,
    choicesMaximum: 1,
    takesTeams: false,
    isBlind: true,
    hidden: ['name' as const, 'contact' as const, 'gender' as const],
    reviewersEach: 2,
    thirdGap: 25,
    offerHours: 168,
    noOffersAfterAt: end('2027-02-05'),
    promotion: 'by-hand' as const,
    visaDays: 45,
    reportDueOn: ofEvent.day('2027-04-30'),
    limits: {
      mostPerOrganization: 3,
      targets: [
        { kind: 'gender' as const, of: 'woman', least: 30, most: null },
        { kind: 'countries' as const, of: '', least: 15, most: null },
      ],
    },
    choices: [
      {
        code: 'NDSS',
        ticket: 'GRANT',
        seats: 80,
        texts: {
          en: { name: 'Student support grant', description: 'The whole week in Seoul.' },
          fr: { name: 'Aide aux étudiants', description: 'Toute la semaine, à Séoul.' },
        },
      },
    ],
    rules: [{ kind: 'complete' as const }, { kind: 'referee' as const }],
    waves: [
      { number: 1, startsAt: calendar.at('2027-01-08', '12:00', ZONE), answerUntilAt: end('2027-01-15') },
      { number: 2, startsAt: calendar.at('2027-01-18', '12:00', ZONE), answerUntilAt: end('2027-01-25') },
    ],
    sections: NDSS_FORM,
    criteria: NDSS_RUBRIC,
    packages: [
      bundle(
        'other-regions',
        {
          en: ['Pass and travel up to US$1,800', 'For who comes from outside Asia and the Pacific.'],
          fr: ['Forfait et voyage jusqu’à 1 800 USD', 'Pour qui vient d’ailleurs que d’Asie-Pacifique.'],
        },
        ticket,
        [
          gives('fee', 'issued', 0, 'The pass for the whole week'),
          gives('travel', 'reimbursed', 1800, 'Travel and lodging, against receipts until 30 April', true),
        ],
        true,
      ),
      bundle(
        'asia-pacific',
        {
          en: ['Pass and travel up to US$1,000', 'For who comes from Asia and the Pacific.'],
          fr: ['Forfait et voyage jusqu’à 1 000 USD', 'Pour qui vient d’Asie-Pacifique.'],
        },
        ticket,
        [
          gives('fee', 'issued', 0, 'The pass for the whole week'),
          gives('travel', 'reimbursed', 1000, 'Travel and lodging, against receipts until 30 April', true),
        ],
      ),
    ],
    funds: [
      fund('POOL', ['Example Corp and Sample Labs', 'Sponsor pool'], 60_000, 'Unrestricted'),
      fund(
        'ISOC',
        ['Internet Society', 'Student support'],
        40_000,
        'Not resident in a high-income economy; any school',
        [{ kind: 'residence' as const, lists: ['high-income-2025-07'], countries: [], isExcluded: true }],
      ),
      fund(
        'NSF',
        ['Example Science Foundation', 'Students of US institutions'],
        40_000,
        'Enrolled at a US institution',
        [{ kind: 'answer' as const, question: 'institution-country', values: ['US'] }],
      ),
    ],
  }
}

const ENGLISH = {
  title: 'Student support grant',
  summary: 'About sixty grants: the pass for the whole week, and travel up to US$1,800.',
  description:
    'For full-time students who could not come otherwise. You need a CV of two pages, a statement of at most 500 words, an estimate of your costs, a proof of enrolment, and your adviser’s address: we ask for a short letter.\n\nDo not register before the decision. Whoever gets no grant keeps the early student price until 12 February.',
  deciding:
    'Two people read each application without names. Financial need counts most, then what the symposium does for your research.',
}

const FRENCH = {
  title: 'Aide aux étudiants',
  summary: 'Une soixantaine d’aides : le forfait de la semaine, et le voyage jusqu’à 1 800 USD.',
  description:
    'Pour les étudiants à plein temps qui ne pourraient pas venir autrement. Il vous faut un CV de deux pages, un texte de 500 mots au plus, une estimation des coûts, une preuve d’inscription, et l’adresse de votre directeur ou directrice de recherche : nous lui demandons une courte lettre.\n\nNe vous inscrivez pas avant la décision. Sans aide, vous gardez le tarif étudiant précoce jusqu’au 12 février.',
  deciding:
    'Deux personnes lisent chaque candidature sans les noms. Le besoin compte le plus, puis ce que le symposium apporte à votre recherche.',
}
