/** What comes along with an event that is made from another, as far as its organizer wants it. */
export const CLONE_PARTS = [
  'programme',
  'tickets',
  'questions',
  'calls',
  'people',
  'messages',
  'tasks',
  'campaigns',
] as const

export type ClonePart = (typeof CLONE_PARTS)[number]

/** Parts that mean nothing without another one: a voucher campaign is about tickets. */
const PART_NEEDS: Partial<Record<ClonePart, ClonePart>> = { campaigns: 'tickets' }

/** The parts that were ticked, without those whose ground was left behind. */
export function wholeParts(ticked: readonly ClonePart[]): Set<ClonePart> {
  return new Set(ticked.filter((part) => !PART_NEEDS[part] || ticked.includes(PART_NEEDS[part])))
}
