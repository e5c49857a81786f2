import { z } from 'zod'
import { referencesIn } from '../reference.ts'
import { parseCode } from '#app/values/code.ts'
import { optionalLine } from '#app/values/fields.ts'

/** To how many orders one page splits a line; more take another turn. */
export const MATCH_ROWS = 5

export const matchSchema = z.object({
  share: z
    .array(z.object({ code: optionalLine(40), amount: optionalLine(20) }))
    .max(MATCH_ROWS)
    .default([]),
})

/** The code of an order as typed, or inside a reference; null when it is neither. */
export function codeOf(typed: string): string | null {
  const [named] = referencesIn(typed).filter(({ how }) => how !== 'possible')
  return named?.orderCode ?? parseCode(typed)
}
