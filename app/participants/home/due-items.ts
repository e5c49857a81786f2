import type { Instant } from '#app/values/moment.ts'

export type DueCode = 'freeze' | 'changes' | 'survey-opens' | 'survey' | 'materials' | 'names'

/** Something that waits for who teaches, or that they should know the day of. */
export interface DueItem {
  code: DueCode
  /** When it happens, or until when; null: now. */
  at: Instant | null
  count: number
  /** Where it is done, without the language in front. */
  to: string
}

/** What stands in the database of one event, as far as its reader teaches there. */
export interface DueFacts {
  slug: string
  startsAt: Instant
  endsAt: Instant
  /** Nothing is due of an event that is off, or waits for a date. */
  isOn: boolean
  freezeAt: Instant
  frozenAt: Instant | null
  changes: number
  surveys: { opensAt: Instant | null; closesAt: Instant | null }[]
  sessionsWithoutMaterial: number
  namesToSignOff: number
}

/** Materials are asked for from so long before the first day. */
const MATERIAL_DAYS = 28

const DAY = 86_400_000

/** What is due at one event, in the order of time; what is due now comes first. */
export function dueItems(facts: DueFacts, now: Instant): DueItem[] {
  const { slug, startsAt, endsAt, freezeAt, frozenAt } = facts
  if (!facts.isOn) return []
  const base = `/teach/${slug}`
  const items: DueItem[] = []
  const isOver = endsAt <= now
  if (frozenAt === null && freezeAt > now)
    items.push({ code: 'freeze', at: freezeAt, count: 0, to: `${base}/participants` })
  if (facts.changes > 0) items.push({ code: 'changes', at: null, count: facts.changes, to: `${base}/changes` })
  for (const { opensAt, closesAt } of facts.surveys) {
    if (opensAt !== null && opensAt > now)
      items.push({ code: 'survey-opens', at: opensAt, count: 0, to: `${base}/surveys` })
    else if ((closesAt ?? startsAt) > now)
      items.push({ code: 'survey', at: closesAt ?? startsAt, count: 0, to: `${base}/surveys` })
  }
  const isNear = Date.parse(startsAt) - Date.parse(now) <= MATERIAL_DAYS * DAY
  if (!isOver && isNear && facts.sessionsWithoutMaterial > 0) {
    const at = startsAt > now ? startsAt : null
    items.push({ code: 'materials', at, count: facts.sessionsWithoutMaterial, to: `${base}/sessions` })
  }
  if (startsAt <= now && facts.namesToSignOff > 0)
    items.push({ code: 'names', at: isOver ? null : endsAt, count: facts.namesToSignOff, to: `${base}/certificates` })
  return items.toSorted((one, other) =>
    (one.at ?? '') < (other.at ?? '') ? -1 : (one.at ?? '') > (other.at ?? '') ? 1 : 0,
  )
}
