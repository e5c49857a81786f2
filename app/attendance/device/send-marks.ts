import { type MarkOutcome, MOST_MARKS } from '../new-mark.ts'
import { deviceNow, offsetOf } from './device-clock.ts'
import type { KeptMark } from './marks.ts'

const GIVE_UP = 20_000

export type Sent =
  | { kind: 'sent'; outcomes: MarkOutcome[]; at: string; offset: number; isEnded: boolean }
  /** No answer: what was sent may have arrived, and is sent again. */
  | { kind: 'unreached' }
  | { kind: 'signed-out' }
  /** The event or the right to it is gone. */
  | { kind: 'refused' }

/** What the server answers to marks. */
export interface MarksAnswer {
  now: string
  isEnded: boolean
  outcomes: MarkOutcome[]
}

/** Sends marks, at most a batch of them. Sending one twice is the same as once: its id was made here. */
export async function sendMarks(
  address: string,
  { deviceId, marks }: { deviceId: string; marks: KeptMark[] },
  ask: typeof fetch = fetch,
): Promise<Sent> {
  const answer = await ask(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({
      deviceId,
      deviceNow: new Date(deviceNow()).toISOString(),
      marks: marks.slice(0, MOST_MARKS).map(({ id, registrationId, slot, state, at, deviceAt, source, overruled }) => ({
        id,
        registrationId,
        slot,
        state,
        at,
        deviceAt,
        source,
        ...(overruled ? { overruled } : {}),
      })),
    }),
    signal: AbortSignal.timeout(GIVE_UP),
  }).catch(() => null)
  if (answer?.status === 401) return { kind: 'signed-out' }
  if (answer?.status === 404 || answer?.status === 403) return { kind: 'refused' }
  if (!answer?.ok) return { kind: 'unreached' }
  const said = (await answer.json().catch(() => null)) as MarksAnswer | null
  if (!said) return { kind: 'unreached' }
  const { outcomes, now, isEnded } = said
  return { kind: 'sent', outcomes, isEnded, at: now, offset: offsetOf(now, deviceNow()) }
}

/** The marks as they are kept once the server has spoken of them. */
export function afterSending(marks: KeptMark[], { outcomes, at }: { outcomes: MarkOutcome[]; at: string }): KeptMark[] {
  const said = new Map(outcomes.map((outcome) => [outcome.id, outcome]))
  return marks.filter(({ id }) => said.has(id)).map((mark) => ({ ...mark, sentAt: at, outcome: said.get(mark.id)! }))
}
