import { inetForm } from './inet-form.ts'
import { INET_RUBRIC } from './inet-rubric.ts'
import { fund } from './written-fund.ts'
import { bundle, gives } from './written-package.ts'
import type { Calendar } from '../calendar.ts'

const ZONE = 'Africa/Kigali'
const HOTEL = 'Five nights, 21 to 25 June, in a twin room'

/** The fellowship of INET: forty full and thirty partial awards by three funds. */
export function inetCall(calendar: Calendar, ofEvent = calendar) {
  const end = (day: string) => calendar.at(day, '24:00', 'AoE')
  const ticket = [{ choice: 'INET', ticket: 'FELLOW' }]
  return {
    slug: 'fellowship',
    kind: 'scholarship' as const,
    status: 'open' as const,
    numberPrefix: 'F',
    texts: { en: ENGLISH, fr: FRENCH },
    opensAt: calendar.at('2027-01-18', '00:00', ZONE),
    closesAt: end('2027-02-26'),
    closesZone: 'AoE',
    graceMinutes: 120,
    refereesUntilAt: end('2027-03-05'),
    reviewUntilAt: end('2027-03-15'),
    decideAt: calendar.at('2027-03-22', '12:00', ZONE),
    refereesWanted: 1,
    isEmployerWanted: false,
    choicesMaximum: 1,
    takesTeams: false,
    isBlind: true,
    hidden: ['name' as const, 'contact' as const, 'gender' as const, 'age' as const, 'institution' as const],
    reviewersEach: 2,
    thirdGap: 20,
    offerHours: 168,
    noOffersAfterAt: end('2027-04-12'),
    promotion: 'by-hand' as const,
    visaDays: 60,
    reportDueOn: ofEvent.day('2027-07-25'),
    limits: {
      mostPerCountry: 3,
      targets: [
        { kind: 'gender' as const, of: 'woman', least: 40, most: null },
        { kind: 'economies' as const, of: 'least-developed-2024-12', least: 25, most: null },
        { kind: 'economies' as const, of: 'africa', least: 40, most: null },
        { kind: 'language' as const, of: 'fr', least: 15, most: null },
        { kind: 'answer' as const, of: 'student:yes', least: null, most: 30 },
      ],
    },
    choices: [
      {
        code: 'INET',
        ticket: 'FELLOW',
        seats: 70,
        texts: {
          en: { name: 'INET fellow', description: 'All five days, in Kigali.' },
          fr: { name: 'Boursier INET', description: 'Les cinq jours, à Kigali.' },
        },
      },
    ],
    rules: [
      {
        kind: 'residence' as const,
        lists: ['low-income-2026-07', 'lower-middle-income-2026-07', 'least-developed-2024-12'],
        countries: [],
        isExcluded: false,
      },
      { kind: 'minimum-age' as const, age: 18 },
      { kind: 'award-free-years' as const, years: 3 },
      { kind: 'complete' as const },
      { kind: 'referee' as const },
    ],
    waves: [
      { number: 1, startsAt: calendar.at('2027-03-22', '12:00', ZONE), answerUntilAt: end('2027-03-29') },
      { number: 2, startsAt: calendar.at('2027-03-30', '12:00', ZONE), answerUntilAt: end('2027-04-05') },
      { number: 3, startsAt: calendar.at('2027-04-06', '12:00', ZONE), answerUntilAt: end('2027-04-12') },
    ],
    sections: inetForm(calendar.year(2027)),
    criteria: INET_RUBRIC,
    packages: [
      bundle(
        'full',
        {
          en: ['Full fellowship', 'The pass, the flight, the hotel, a daily allowance, visa and insurance.'],
          fr: ['Bourse complète', 'Le forfait, le vol, l’hôtel, une indemnité, le visa et l’assurance.'],
        },
        ticket,
        [
          gives('fee', 'issued', 0, 'The pass of INET'),
          gives('travel', 'organizer', 1100, 'Return flight, bought by the travel agent', true),
          gives('lodging', 'organizer', 425, HOTEL),
          gives('per-diem', 'stipend', 225, 'Five days at US$45, on a card at the desk'),
          gives('visa', 'reimbursed', 100, 'Visa and insurance, against receipts within 30 days', true),
        ],
        true,
      ),
      bundle(
        'partial',
        {
          en: ['Partial fellowship', 'The pass, the hotel and a daily allowance; you pay the journey.'],
          fr: ['Bourse partielle', 'Le forfait, l’hôtel et une indemnité ; vous payez le voyage.'],
        },
        ticket,
        [
          gives('fee', 'issued', 0, 'The pass of INET'),
          gives('lodging', 'organizer', 425, HOTEL),
          gives('per-diem', 'stipend', 100, 'Five days at US$20, on a card at the desk'),
        ],
      ),
    ],
    funds: [
      fund('ISOC', ['Internet Society', 'Education fund'], 60_000, 'Unrestricted'),
      fund('IXF', ['Example IX Foundation', 'Exchange points in Africa'], 25_000, 'Residents of Africa', [
        { kind: 'residence' as const, lists: ['africa'], countries: [], isExcluded: false },
      ]),
      fund('WIN', ['Example Women-in-Networks Fund', 'Women in networks'], 15_000, 'Women in a technical role', [
        { kind: 'gender' as const, genders: ['woman'] },
        { kind: 'answer' as const, question: 'role-kind', values: ['technical'] },
      ]),
    ],
  }
}

const ENGLISH = {
  title: 'INET fellowship',
  summary: 'Forty full and thirty partial fellowships for people from low and lower-middle income economies.',
  description:
    'The fellowship brings people to INET who make the Internet work where they live. A full one pays the pass, the flight, the hotel, an allowance and your visa; a partial one everything but the journey.\n\nYou can stop at any time and continue later. You need about forty minutes, an idea of what the journey costs, and the address of somebody who knows your work.',
  deciding:
    'Two people read each application without names, a third where they differ by more than 20 points; whoever knows you does not read yours. Then the committee balances the group: at most three from one country.',
}

const FRENCH = {
  title: 'Bourses INET',
  summary: 'Quarante bourses complètes et trente partielles pour les économies à revenu faible ou moyen inférieur.',
  description:
    'La bourse amène à INET des personnes qui font vivre l’Internet là où elles habitent. Complète, elle paie le forfait, le vol, l’hôtel, une indemnité et le visa ; partielle, tout sauf le voyage.\n\nVous pouvez vous arrêter à tout moment et reprendre plus tard. Comptez quarante minutes ; il vous faut une idée du prix du voyage et l’adresse de quelqu’un qui connaît votre travail.',
  deciding:
    'Deux personnes lisent chaque candidature sans les noms, une troisième si leurs avis diffèrent de plus de 20 points ; qui vous connaît ne lit pas la vôtre. Puis le comité équilibre le groupe : trois personnes au plus par pays.',
}
