import { NTW_FORM } from './ntw-form.ts'
import { NTW_RUBRIC } from './ntw-rubric.ts'
import { fund } from './written-fund.ts'
import { bundle, gives } from './written-package.ts'
import type { Calendar } from '../calendar.ts'
import { NTW_TRACKS } from '../ntw-programme.ts'

const ZONE = 'Africa/Kigali'

/** Admission to the Network Training Workshop, with full and partial awards, in one form. */
export function ntwCall(calendar: Calendar, ofEvent = calendar) {
  const end = (day: string) => calendar.at(day, '24:00', 'AoE')
  return {
    slug: 'admission',
    kind: 'both' as const,
    status: 'open' as const,
    numberPrefix: 'N',
    texts: { en: ENGLISH, fr: FRENCH },
    opensAt: calendar.at('2027-01-04', '00:00', ZONE),
    closesAt: end('2027-02-15'),
    closesZone: 'AoE',
    graceMinutes: 120,
    refereesUntilAt: end('2027-02-22'),
    reviewUntilAt: end('2027-03-12'),
    decideAt: calendar.at('2027-03-22', '12:00', ZONE),
    refereesWanted: 1,
    isEmployerWanted: true,
    choicesMaximum: 3,
    takesTeams: true,
    isBlind: true,
    hidden: ['name' as const, 'contact' as const, 'gender' as const, 'age' as const, 'institution' as const],
    reviewersEach: 2,
    thirdGap: 20,
    offerHours: 168,
    noOffersAfterAt: end('2027-04-12'),
    promotion: 'by-hand' as const,
    visaDays: 60,
    reportDueOn: ofEvent.day('2027-07-19'),
    limits: {
      mostPerCountry: 6,
      mostPerOrganization: 2,
      fluency: [
        { language: 'en', question: 'languages', least: 2 },
        { language: 'fr', question: 'languages', least: 2 },
      ],
      targets: [
        { kind: 'gender' as const, of: 'woman', least: 35, most: null },
        { kind: 'countries' as const, of: '', least: 40, most: null },
        { kind: 'teams' as const, of: '', least: 10, most: null },
        { kind: 'full' as const, of: 'fr', least: 1, most: null },
      ],
    },
    choices: NTW_TRACKS.map(({ code, language, seats, texts }) => ({
      code,
      track: code,
      taughtIn: language,
      ticket: `NTW-FULL-${code}`,
      seats,
      texts: {
        en: { name: texts.en!.title, description: texts.en!.prerequisites },
        fr: { name: texts.fr!.title, description: texts.fr!.prerequisites },
      },
    })),
    rules: [{ kind: 'complete' as const }, { kind: 'referee' as const }, { kind: 'minimum-age' as const, age: 18 }],
    waves: [
      { number: 1, startsAt: calendar.at('2027-03-22', '12:00', ZONE), answerUntilAt: end('2027-03-29') },
      { number: 2, startsAt: calendar.at('2027-03-30', '12:00', ZONE), answerUntilAt: end('2027-04-05') },
      { number: 3, startsAt: calendar.at('2027-04-06', '12:00', ZONE), answerUntilAt: end('2027-04-12') },
    ],
    sections: NTW_FORM,
    criteria: NTW_RUBRIC,
    packages: [
      bundle(
        'full',
        {
          en: ['Full award', 'The flight, the visa, lodging, meals and materials.'],
          fr: ['Bourse complète', 'Le vol, le visa, l’hébergement, les repas et les documents.'],
        },
        ticketsOf('NTW-AWD'),
        [
          gives('fee', 'issued', 350, 'Meals, materials and local transport'),
          gives('travel', 'organizer', 900, 'Return flight, bought by the travel agent', true),
          gives('lodging', 'organizer', 350, 'Seven nights at Example Hall'),
          gives('visa', 'reimbursed', 100, 'Visa and insurance, against receipts within 30 days', true),
        ],
        true,
      ),
      bundle(
        'partial',
        {
          en: ['Partial award', 'Lodging, meals and materials; you pay US$200 and the journey.'],
          fr: ['Bourse partielle', 'Hébergement, repas et documents ; vous payez 200 USD et le voyage.'],
        },
        ticketsOf('NTW-CO'),
        // No fee among them: the ticket of a partial award is what its holder pays, and a fee would pay it for them.
        [gives('lodging', 'organizer', 700, 'Seven nights at Example Hall, meals, materials and local transport')],
      ),
    ],
    funds: [
      fund('ISOC', ['Internet Society', 'Education'], 80_000, 'Unrestricted'),
      fund('IXF', ['Example IX Foundation', 'Exchange points in Africa'], 50_000, 'Residents of Africa', [
        { kind: 'residence' as const, lists: ['africa'], countries: [], isExcluded: false },
      ]),
      fund(
        'AID',
        ['Example Aid Agency', 'Least developed countries'],
        60_000,
        'Residents of least developed countries; at least 40 % of those it pays for are women',
        [{ kind: 'residence' as const, lists: ['least-developed-2024-12'], countries: [], isExcluded: false }],
      ),
    ],
  }
}

/** Each track has tickets of its own, so that an award takes a seat of its track. */
function ticketsOf(ticket: string) {
  return NTW_TRACKS.map(({ code }) => ({ choice: code, ticket: `${ticket}-${code}` }))
}

const ENGLISH = {
  title: 'Apply for the Network Training Workshop',
  summary: 'Five tracks, 144 places. One form for a place and for an award.',
  description:
    'We look for people who run networks and pass on what they learn. Name up to three tracks in the order of your wishes. Ask for a full award, a partial one, or none: what you ask for does not count against you.\n\nYou can stop at any time and continue later, on another device as well. You need about an hour, the address of somebody who knows your work, and your employer’s word that you may come.',
  deciding:
    'Two people read each application without names, a third where they differ by more than 20 points. Then the committee balances the group: at least 35 % women, at most six from one country and two from one organization.',
}

const FRENCH = {
  title: 'Postuler à l’atelier de formation aux réseaux',
  summary: 'Cinq parcours, 144 places. Un seul formulaire pour une place et pour une bourse.',
  description:
    'Nous cherchons des personnes qui exploitent des réseaux et transmettent ce qu’elles apprennent. Nommez jusqu’à trois parcours dans l’ordre de vos souhaits. Demandez une bourse complète, partielle ou aucune : votre demande ne joue pas contre vous.\n\nVous pouvez vous arrêter à tout moment et reprendre plus tard, même sur un autre appareil. Comptez une heure ; il vous faut l’adresse de quelqu’un qui connaît votre travail et l’accord de votre employeur.',
  deciding:
    'Deux personnes lisent chaque candidature sans les noms, une troisième si leurs avis diffèrent de plus de 20 points. Puis le comité équilibre le groupe : au moins 35 % de femmes, six personnes au plus par pays et deux par organisation.',
}
