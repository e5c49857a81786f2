import { isKey, type Key } from '#app/locales/translate.ts'
import type { TagKind } from '#app/ui/tag.tsx'

/** Of a state that money on its way back is in; one that this page does not know yet is named as it is stored. */
export function refundStateKey(state: string): Key {
  const key = `finance.refundState.${state}`
  return isKey(key) ? key : 'finance.refundState.unknown'
}

/** Why money went back; what others wrote as a reason is theirs. */
export function causeKey(reason: string): Key {
  const key = `finance.cause.${reason}`
  return isKey(key) ? key : 'finance.cause.other'
}

export const REFUND_TAGS: Record<string, TagKind> = {
  approval: 'wait',
  starting: 'wait',
  pending: 'wait',
  unknown: 'wait',
  manual: 'wait',
  done: 'ok',
  booked: 'ok',
  failed: 'bad',
  refused: 'off',
}
