import type {
  Badges,
  DoorList,
  PaperSize,
  RoomSheet,
  SeatPlanSheet,
  SignInSheet,
  TentCards,
} from '#app/participants/paper/paper-printer.ts'
import { ROSTER } from '#tests/participants/given-participants.ts'

/** One that wraps, one without a place to break it, and what markup and spreadsheets take for theirs. */
export const PEOPLE: { name: string; latinName: string }[] = [
  ...ROSTER.map(({ fullName, latinName = '' }) => ({ name: fullName, latinName })),
  { name: 'Wolfeschlegelsteinhausenbergerdorffvoralternwarengewissenhaftschaf', latinName: '' },
  { name: 'سلمى عبد الرحمن الحداد المثال التجريبي الطويل جدا', latinName: 'Salma Abd al-Rahman Al-Haddad Example' },
  { name: 'مثالتجريبيطويلجدامثالتجريبيطويلجدامثالتجريبيطويلجدا', latinName: '' },
  { name: 'שלום דוגמה', latinName: 'Shalom Dugma' },
  { name: '#panic("x") $a$ *b*', latinName: '' },
]

const COUNTRIES = ['Indonesia', 'Iceland', 'Saint Vincent and the Grenadines', 'Viet Nam']

export function frame(language = 'en', paper: PaperSize = 'a4'): RoomSheet {
  return { language, isRightToLeft: language === 'ar', paper, title: 'A paper' }
}

export function aSignInSheet(given: RoomSheet, people = PEOPLE): SignInSheet {
  return {
    ...given,
    kicker: 'NTW 2027 Kigali · T3, Routing and exchange points',
    heading: 'Monday 14 June 2027',
    beside: ['Lab 1, 09:00–17:30', 'Instructor: Тест Викладач'],
    head: { name: 'Name', country: 'Country', extra: 'Group' },
    boxes: ['Signature, morning', 'Signature, afternoon'],
    rows: people.map((person, at) => ({ ...person, country: COUNTRIES[at % 4]!, extra: 'ABCD'[at % 4]! })),
    walkIn: 'Walk-in: name',
    walkIns: 2,
    foot: 'Sheet N7K4-M3Q. Keep until the certificates are issued, then shred.',
    pageOf: 'Page {page} of {pages}',
    present: `Present: ______ of ${people.length}`,
  }
}

export function aDoorList(given: RoomSheet, people = PEOPLE): DoorList {
  return {
    ...given,
    kicker: 'NTW 2027 Kigali',
    heading: 'Door list',
    head: { name: 'Name', country: 'Country', where: 'Track and room', ticket: 'Ticket' },
    rows: people.map((person, at) => ({
      ...person,
      country: COUNTRIES[at % 4]!,
      where: 'T3 · Lab 1',
      ticket: 'Workshop seat, reduced',
      code: 'T7KQ-4M2X',
    })),
    foot: 'Printed 12 June 2027',
    pageOf: 'Page {page} of {pages}',
  }
}

export function someBadges(given: RoomSheet, people = PEOPLE): Badges {
  const roles = ['participant', 'instructor', 'speaker', 'organizer', 'front-desk'] as const
  return {
    ...given,
    event: 'Network Training Workshop 2027, Kigali',
    badges: people.map((person, at) => ({
      ...person,
      organization: at % 3 === 0 ? 'Example Network Operators’ Association of the Great Lakes Region' : 'Example Net',
      country: COUNTRIES[at % 4]!,
      role: roles[at % 5]!,
      roleName: roles[at % 5]!,
      track: at % 2 === 0 ? 'T3' : '',
      code: at % 4 === 1 ? '' : 'T7KQ-4M2X',
    })),
  }
}

export function someTentCards(given: RoomSheet, people = PEOPLE): TentCards {
  return {
    ...given,
    event: 'Network Training Workshop 2027, Kigali',
    cards: people.map((person, at) => ({ ...person, detail: `Example Net · ${COUNTRIES[at % 4]}` })),
  }
}

export function aSeatPlan(given: RoomSheet, people = PEOPLE, columns = 6): SeatPlanSheet {
  return {
    ...given,
    kicker: 'NTW 2027 Kigali · T3, Routing and exchange points',
    heading: 'Seat plan, Lab 1',
    front: 'Front of the room',
    free: 'free',
    columns,
    rows: Math.ceil(people.length / columns),
    seats: people.map((person, at) => ({
      ...(at === 7 ? { name: '', latinName: '' } : person),
      isFree: at === 7,
      label: `pc${at + 1}`,
      row: Math.floor(at / columns) + 1,
      column: (at % columns) + 1,
      group: 'ABCD'[at % 4]!,
      machine: `vm${at + 1}.ws.example`,
      addressRange: `10.20.${at + 1}.0/24 2001:db8:${(at + 1).toString(16)}::/64`,
      zoneName: `pc${at + 1}.ws.example`,
    })),
    foot: 'Printed 12 June 2027',
    pageOf: 'Page {page} of {pages}',
  }
}
