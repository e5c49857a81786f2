import { type Slot, slotKey } from '../slot.ts'

/** What is signed on a sheet: half-days, the day, or a session. As stored in `attendanceSheets.parts`. */
export const SHEET_PARTS = ['am,pm', 'am', 'pm', 'day', 'session'] as const
export type SheetParts = (typeof SHEET_PARTS)[number]

/** One column to sign in. */
export type SheetPart = 'am' | 'pm' | 'day' | 'session'

export function partsOf({ parts }: { parts: string }): SheetPart[] {
  return parts.split(',') as SheetPart[]
}

/** What a signature in this column of a sheet is a mark for. */
export function slotOfPart(
  part: SheetPart,
  { heldOn, sessionId }: { heldOn: string; sessionId: string | null },
): string {
  return slotKey(slot(part, heldOn, sessionId))
}

function slot(part: SheetPart, heldOn: string, sessionId: string | null): Slot {
  if (part === 'session') return { kind: 'session', sessionId: sessionId! }
  return part === 'day' ? { kind: 'day', day: heldOn } : { kind: 'half', day: heldOn, half: part }
}
