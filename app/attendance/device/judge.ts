import type { DeviceEnded, DeviceList, DevicePerson, DeviceSlot } from '../device-list.ts'
import { digestOf } from '../ticket-digest.ts'
import { judge, type JudgedTicket, type Judgement, mayOverrule } from '../verdict.ts'
import type { Standing } from './marks.ts'
import { parseCode } from '#app/values/typed-code.ts'

/** What the page says to a ticket, and of whom. */
export interface Answer extends Pick<Judgement, 'verdict' | 'values'> {
  /** Null for who is not on the list. */
  person: DevicePerson | null
  /** Whether it may be marked in spite of the verdict, by who works at this door. */
  isOverrulable: boolean
  /** Who is in was marked on this device. */
  isOwn: boolean
}

export interface Looked {
  list: DeviceList
  slot: DeviceSlot
  /** The moment, put right, and its day at the event. */
  now: string
  today: string
  standingOf(registrationId: string): Standing | undefined
}

/** Judges a code by the list as it is on this device, by the rules of the front desk. */
export async function judgeCode(text: string, looked: Looked): Promise<Answer> {
  const code = parseCode(text)
  if (code === null) return answer(undefined, looked)
  const { people, ended, elsewhere, event } = looked.list
  const gone = ended.find((one) => one.code === code)
  if (gone) return answer(endedTicket(gone), looked)
  const person = people.find((one) => one.code === code)
  if (person) return judgePerson(person, looked)
  const digest = await digestOf(code, event.id)
  // Of another track, whose people are nobody's business here: this is the wrong room, whatever it is a door to.
  if (elsewhere.includes(digest))
    return { verdict: 'wrong-room', values: { trackId: '' }, person: null, isOverrulable: false, isOwn: false }
  return answer(null, looked)
}

/** Judges somebody who was found by name: what their ticket would be told. */
export function judgePerson(person: DevicePerson, looked: Looked): Answer {
  const { isConfirmed, trackId, days, due, registrationId } = person
  const standing = looked.standingOf(registrationId)
  const isHere = standing?.state === 'present'
  const here = isHere ? { at: standing.at, by: '', where: '' } : null
  const state = isConfirmed ? 'confirmed' : 'held'
  const ticket: JudgedTicket = { state, isOfOtherEvent: false, trackId, days, due, endedAt: '', here }
  return { ...answer(ticket, looked, person), isOwn: isHere && standing.isOwn }
}

function answer(
  ticket: JudgedTicket | null | undefined,
  { list, slot, now, today }: Looked,
  person: DevicePerson | null = null,
): Answer {
  // A clock that shows a time before the list was made was turned back since.
  const clockOffBy = Math.max(0, Date.parse(list.at) - Date.parse(now))
  const { verdict, values } = judge({ ticket, slot, today, clockOffBy })
  return { verdict, values, person, isOverrulable: person !== null && mayOverrule(verdict, list.door), isOwn: false }
}

function endedTicket({ why, endedAt }: DeviceEnded): JudgedTicket {
  return { state: why, isOfOtherEvent: false, trackId: '', days: [], due: '', endedAt, here: null }
}
