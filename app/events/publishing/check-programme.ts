import { type ChecklistItem, found, wanted } from './checklist-item.ts'
import type { PublishFacts } from './publish-facts.ts'

/** Who speaks, and sessions that cannot be held as they stand. */
export function checkProgramme({ people, sessions, startsOn, lastOn }: PublishFacts): ChecklistItem[] {
  const isOutside = ({ heldOn }: { heldOn: string }) => startsOn.length === 10 && (heldOn < startsOn || heldOn > lastOn)
  return [
    wanted('warn', 'people', people > 0, 'people'),
    wanted('warn', 'programme', sessions.length > 0, 'programme'),
    ...found('warn', 'outside', sessions.some(isOutside), ['programme']),
    ...found('warn', 'conflicts', hasConflict(sessions), ['programme']),
  ]
}

/** Whether two sessions want one room at the same time. */
function hasConflict(sessions: PublishFacts['sessions']): boolean {
  const rooms = Map.groupBy(
    sessions.filter(({ room }) => room),
    ({ room }) => room!,
  )
  return [...rooms.values()].some((held) => {
    const inOrder = held.toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
    return inOrder.some((session, at) => at > 0 && session.startsAt < inOrder[at - 1]!.endsAt)
  })
}
