import type { DeviceState } from '../device-list.ts'
import type { MarkOutcome, MarkSource } from '../new-mark.ts'
import type { Verdict } from '../verdict.ts'

/** A mark as the device keeps it: no name, nothing that says who it is about to whom has not got the list. */
export interface KeptMark {
  id: string
  event: string
  registrationId: string
  slot: string
  state: DeviceState['state']
  /** Put right; `deviceAt` is what the device's clock showed. */
  at: string
  deviceAt: string
  source: MarkSource
  /** The verdict in spite of which it was made; '' for none. */
  overruled: Verdict | ''
  /** When the server said that it has it; '' before. */
  sentAt: string
  /** What the server said of it; null before. */
  outcome: MarkOutcome | null
}

export type Standing = Pick<DeviceState, 'state' | 'at' | 'markId'> & { isOwn: boolean }

/** Where the newest mark of a person and slot is found. */
export function standingKey(registrationId: string, slot: string): string {
  return `${registrationId} ${slot}`
}

/** How everybody stands: the newest of what the list says and of what was marked here, by the rule of the server. */
export function standings(states: DeviceState[], marks: KeptMark[]): Map<string, Standing> {
  const all = new Map<string, Standing>()
  for (const state of states) put(all, state, { ...state, isOwn: false })
  for (const mark of marks.filter(isTaken)) put(all, mark, { ...mark, markId: mark.id, isOwn: true })
  return all
}

/** The same after one more mark. */
export function put(
  all: Map<string, Standing>,
  { registrationId, slot }: Pick<DeviceState, 'registrationId' | 'slot'>,
  { state, at, markId, isOwn }: Standing,
): void {
  const key = standingKey(registrationId, slot)
  const known = all.get(key)
  const isNewer = !known || at > known.at || (at === known.at && markId >= known.markId)
  if (isNewer) all.set(key, { state, at, markId, isOwn: isOwn || known?.markId === markId })
}

export function unsentOf(marks: KeptMark[]): KeptMark[] {
  return marks.filter(({ sentAt }) => sentAt === '').toSorted((one, other) => (one.at < other.at ? -1 : 1))
}

/** Sent marks that the list of this moment tells already: the device may forget them. */
export function settledBy(marks: KeptMark[], listedAt: string): KeptMark[] {
  return marks.filter(({ sentAt }) => sentAt !== '' && sentAt < listedAt)
}

/** What the server refused never came to stand. */
function isTaken({ outcome }: KeptMark): boolean {
  return outcome?.is !== 'refused'
}
