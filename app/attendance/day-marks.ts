import type { AttendanceState } from '#db/schema.ts'

interface MarkedSlot {
  key: string
  day: string | null
  trackId: string | null
}

/** How somebody stands on a day of which several things are marked: `part` was at some of them and not at others. */
export type DayMark = 'present' | 'part' | 'absent' | 'excused' | ''

/** The days on which anything is marked, in order. */
export function markedDays(slots: MarkedSlot[]): string[] {
  return [...new Set(slots.flatMap(({ day }) => (day === null ? [] : [day])))]
}

export function dayMark(
  slots: MarkedSlot[],
  {
    day,
    trackId,
    states,
  }: { day: string; trackId: string | null; states: Record<string, AttendanceState> | undefined },
): DayMark {
  if (!states) return ''
  const own = slots.filter((slot) => slot.day === day && (slot.trackId === null || slot.trackId === trackId))
  const marked = own.map(({ key }) => states[key]).filter((state) => state !== undefined && state !== 'none')
  if (marked.length === 0) return ''
  if (marked.every((state) => state === marked[0])) return marked[0] as DayMark
  return marked.includes('present') ? 'part' : 'absent'
}
