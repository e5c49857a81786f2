import type { Calendar } from './calendar.ts'
import { NDSS_BLOCKS } from './ndss-tickets.ts'

/** What goes back, what may be changed, how one pays and what is taxed at NDSS. */
export function ndssRules(calendar: Calendar, zone: string) {
  const all = 10_000
  return {
    taxRules: [
      {
        key: 'vat',
        name: 'VAT',
        rate: 1000,
        isInclusive: true,
        isDefault: true,
        allowsReverseCharge: true,
        note: 'Registration number of the host: 000-00-00000 (to be confirmed)',
      },
    ],
    refundRules: [
      {
        reason: 'any',
        untilAt: calendar.at('2027-02-01', '24:00', zone),
        percent: all,
        feeMinor: 5000,
        feeCurrency: 'USD',
      },
      { reason: 'any', untilAt: calendar.at('2027-03-05', '24:00', zone), percent: 5000 },
      {
        reason: 'visa-refused',
        untilAt: calendar.at('2027-04-02', '24:00', zone),
        percent: all,
        appliedByOn: calendar.day('2027-02-05'),
      },
      { reason: 'event-cancelled', percent: all },
    ],
    changeRules: {
      editUntilAt: calendar.at('2027-03-12', '24:00', zone),
      substitution: 'same-organization',
      substituteUntilAt: calendar.at('2027-03-12', '24:00', zone),
      changeUntilAt: calendar.at('2027-03-05', '24:00', zone),
      refundAsks: 'finance',
    },
    paymentTerms: [
      { method: 'bank-transfer', confirmsOn: 'payment', dueDays: 14 },
      { method: 'invoice', confirmsOn: 'placing', dueDays: 30, needsApproval: true },
      { method: 'desk', confirmsOn: 'placing', dueDays: 0, fromAt: calendar.at('2027-03-21', '00:00', zone) },
    ],
    waitingList: { isOpen: true, offerHours: 48, price: 'today', closesAt: calendar.at('2027-03-24', '12:00', zone) },
    questionStages: [{ stage: 'accepted', deadlineAt: calendar.at('2027-02-12', '23:59', 'AoE') }],
  }
}

/** What only the organizers of NDSS see; every address is invented. */
export function ndssPrivate(calendar: Calendar, zone: string) {
  const untilAt = calendar.at('2027-03-13', '00:00', zone)
  const issued = { effect: 'access', opensHidden: true, endsAt: untilAt }
  const level = (name: string, code: string, passes: number) => ({
    ...issued,
    name: `${name} sponsors`,
    block: 'sponsors',
    ticketTypes: ['SPON'],
    vouchers: [{ code, maximumUses: passes, note: `${passes} passes in the package` }],
  })
  const kept = (name: string, ticketType: string, amountMinor: number, code: string) => ({
    name,
    effect: 'price',
    endsAt: calendar.at('2027-02-12', '24:00', zone),
    ticketTypes: [ticketType],
    amounts: [{ currency: 'USD', amountMinor }],
    vouchers: [{ code, maximumUses: 200, note: 'To everybody whose application got no grant' }],
  })
  return {
    blocks: NDSS_BLOCKS.map(({ key, name, size }) => ({ key, name, untilAt, seats: [{ quota: 'symposium', size }] })),
    campaigns: [
      {
        ...issued,
        name: 'Grant holders',
        block: 'grants',
        ticketTypes: ['GRANT'],
        vouchers: ['R7KQ4MXW', '9VTDN2CJ', 'Q6ZBX8FM'].map((code, at) => ({
          code: `GRNT${code}`,
          email: `grant-${at + 1}@plenary.example`,
        })),
      },
      level('Gold', 'GOLDK8TQZ5WM', 6),
      level('Silver', 'SLVRDX4RWKD5', 3),
      level('Bronze', 'BRNZP6KDQ9V7', 1),
      {
        ...issued,
        name: 'Programme committee',
        block: 'committee',
        ticketTypes: ['PC'],
        vouchers: [{ code: 'PC27T8RWKD5P', maximumUses: 60 }],
      },
      {
        ...issued,
        name: 'Chairs',
        block: 'chairs',
        ticketTypes: ['CHAIR'],
        vouchers: ['01', '02'].map((number) => ({
          code: `CHRM4XC7VK${number.replace('0', 'W')}`.replace(/[01]/g, 'N'),
          email: `ws-chair-${number}@plenary.example`,
        })),
      },
      {
        ...issued,
        name: 'Press',
        block: 'press',
        ticketTypes: ['PRESS'],
        vouchers: [{ code: 'PRSS2QKM7BXD', maximumUses: 10 }],
      },
      {
        ...issued,
        name: 'Authors of accepted papers',
        ticketTypes: ['AUTH'],
        vouchers: ['K7QM4XWT', '2CJ9VDNR', '8FMQ6ZBX'].map((code, at) => ({
          code: `AUTH${code}`,
          email: `author-${at + 1}@plenary.example`,
          note: `Paper ${at + 101}`,
        })),
      },
      { name: 'Authors by exception', effect: 'access', opensHidden: true, ticketTypes: ['AUTH-X'] },
      {
        name: 'Organization members',
        effect: 'access',
        organization: 'Example Corp',
        ticketTypes: ['SYM-M'],
        vouchers: [{ code: 'MEMBER7QZT4K', maximumUses: 25 }],
      },
      kept('Early student price after the grant decision, symposium', 'SYM-S', 45_000, 'STAYSYM4KQ7M'),
      kept('Early student price after the grant decision, week', 'WEEK-S', 60_000, 'STAYWEEK9DXT'),
    ],
  }
}
