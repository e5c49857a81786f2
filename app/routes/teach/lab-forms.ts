import { z } from 'zod'
import { integer, line, optionalLine } from '#app/values/fields.ts'

/** Seats by a pattern. */
export const patternSchema = z.object({
  prefix: optionalLine(16),
  from: integer(0, 9999),
  count: integer(1, 500),
  columns: integer(1, 40),
  firstRow: integer(1, 200),
  machine: optionalLine(120),
  addressRange: optionalLine(120),
  zoneName: optionalLine(253),
})

/** One seat. */
export const seatSchema = z.object({
  version: integer(0, 999_999_999),
  label: line(20),
  gridRow: integer(1, 200),
  gridColumn: integer(1, 40),
  machine: optionalLine(120),
  addressRange: optionalLine(120),
  zoneName: optionalLine(253),
})
