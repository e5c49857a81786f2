import { z } from 'zod'
import { integer, line } from '#app/values/fields.ts'
import { seenOf } from '#app/values/seen.ts'

export const roomSchema = z.object({
  seen: z.string().max(64).default(''),
  name: line(120),
  seats: integer(1, 100_000).optional(),
})

export type RoomForm = z.output<typeof roomSchema>

/** Stands for what the form shows of a room. */
export function seenRoom({ name, seats }: { name: string; seats: number | null }): string {
  return seenOf({ name, seats })
}
