import type { Calendar } from './calendar.ts'
import { INET_BLOCKS } from './inet-tickets.ts'

/** The code with which the speakers of the demonstration came, and all went on the tour. */
export const INET_TOUR_CODE = 'SPKRS4TQZ8WM'

/** What goes back, what may be changed and how one pays at INET, as its note on cancelling says it. */
export function inetRules(calendar: Calendar, zone: string) {
  const all = 10_000
  return {
    refundRules: [
      {
        reason: 'any',
        untilAt: calendar.at('2027-05-01', '00:00', zone),
        percent: all,
        feeMinor: 2500,
        feeCurrency: 'USD',
      },
      { reason: 'any', untilAt: calendar.at('2027-06-07', '00:00', zone), percent: 5000 },
      {
        reason: 'visa-refused',
        untilAt: calendar.at('2027-07-03', '00:00', zone),
        percent: all,
        appliedByOn: calendar.day('2027-05-10'),
      },
      { reason: 'event-cancelled', percent: all },
    ],
    changeRules: {
      editUntilAt: calendar.at('2027-06-18', '24:00', zone),
      substitution: 'same-organization',
      substituteUntilAt: calendar.at('2027-06-18', '24:00', zone),
      changeUntilAt: calendar.at('2027-06-07', '00:00', zone),
      refundAsks: 'finance',
    },
    paymentTerms: [
      { method: 'bank-transfer', confirmsOn: 'payment', dueDays: 14 },
      { method: 'invoice', confirmsOn: 'placing', dueDays: 30, needsApproval: true },
      { method: 'mobile-money', confirmsOn: 'payment', dueDays: 3 },
      { method: 'desk', confirmsOn: 'placing', dueDays: 0, fromAt: calendar.at('2027-06-18', '00:00', zone) },
    ],
    waitingList: { isOpen: true, offerHours: 48, price: 'today', closesAt: calendar.at('2027-06-24', '12:00', zone) },
    questionStages: [
      {
        stage: 'accepted',
        deadlineAt: calendar.at('2027-05-21', '23:59', 'AoE'),
        remindAt: calendar.at('2027-05-14', '09:00', zone),
      },
    ],
  }
}

/** What only the organizers of INET see: instructions, blocks and codes. Every address is invented. */
export function inetPrivate(calendar: Calendar, zone: string) {
  const untilAt = calendar.at('2027-06-14', '00:00', zone)
  const issued = { effect: 'access', opensHidden: true, endsAt: untilAt }
  return {
    paymentInstructions: [
      {
        method: 'bank-transfer',
        instructions: 'Pay the exact amount; charges are yours (OUR). Write the reference and nothing else.',
      },
      { method: 'mobile-money', instructions: 'Send to the number above and give the reference as the reason.' },
      { method: 'desk', instructions: 'Cash in US dollars or Rwandan francs, or a card, from 18 June at the desk.' },
    ],
    blocks: INET_BLOCKS.map(({ key, name, size }) => ({ key, name, untilAt, seats: [{ quota: 'venue', size }] })),
    campaigns: [
      {
        ...issued,
        name: 'Speakers',
        block: 'speakers',
        ticketTypes: ['SPK'],
        vouchers: [
          { code: 'SPKRH7KQ4MXW', email: 'speaker-1@plenary.example', note: 'Opening plenary' },
          { code: 'SPKR9VTDN2CJ', email: 'speaker-2@plenary.example', note: 'Affordable access' },
          { code: 'SPKRQ6ZBX8FM', email: 'speaker-3@plenary.example', note: 'Closing plenary' },
          { code: INET_TOUR_CODE, maximumUses: 40, note: 'Speakers of the parallel sessions' },
        ],
      },
      {
        ...issued,
        name: 'Committee',
        block: 'committee',
        ticketTypes: ['COM'],
        vouchers: [{ code: 'COMMT8RWKD5P', email: 'committee-1@plenary.example' }],
      },
      {
        ...issued,
        name: 'Staff',
        block: 'staff',
        ticketTypes: ['STAFF'],
        vouchers: [{ code: 'STAFFM4XC7VK', maximumUses: 60, note: 'For everybody at the desks' }],
      },
      {
        ...issued,
        name: 'Network Training Workshop',
        block: 'workshop',
        ticketTypes: ['NTW-PASS'],
        vouchers: [{ code: 'NTWPASS6KDQ9', maximumUses: 180, note: 'With the confirmation of the workshop' }],
      },
      { ...issued, name: 'Fellows', block: 'fellows', ticketTypes: ['FELLOW'] },
      {
        ...issued,
        name: 'Hubs of the chapters',
        ticketTypes: ['HUB'],
        vouchers: ['kenya', 'senegal', 'rwanda'].map((chapter, at) => ({
          code: `HUB${'KQ7MXW9VTDN2'.slice(at * 4, at * 4 + 4)}${'RC6ZBX8FMJ4P'.slice(at * 4, at * 4 + 4)}`,
          email: `hub-${chapter}@plenary.example`,
        })),
      },
      {
        name: 'Organization members',
        effect: 'access',
        organization: 'Example Networks',
        ticketTypes: ['FULL-M'],
        vouchers: [{ code: 'MEMBER8K4TQZ', maximumUses: 20, note: 'Example Networks, twenty people' }],
      },
      {
        name: 'Sustaining members and chapters in good standing',
        effect: 'access',
        ticketTypes: ['FULL-M'],
        vouchers: ['sustaining-1', 'sustaining-2', 'chapter-kenya'].map((member, at) => ({
          code: `SUPP${['TQ7M2KXW', '9DV4CN8R', 'Z6BXFM5P'][at]}`,
          email: `${member}@plenary.example`,
        })),
      },
      {
        ...issued,
        name: 'Symposium for workshop trainees',
        ticketTypes: ['DCS-NTW'],
        vouchers: [{ code: 'TRAINEE5WMDX', maximumUses: 144 }],
      },
      {
        name: 'Thanks to volunteers',
        effect: 'percentage',
        percentOff: 2500,
        ticketTypes: ['FULL', 'FULL-LMIC'],
        vouchers: [{ code: 'THANKS7QKM2B', maximumUses: 10 }],
      },
    ],
  }
}
