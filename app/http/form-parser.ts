import { unstable_coerceFormValue as coerceFormValue } from '@conform-to/zod/v4'
import { z } from 'zod'

/** Uses of a schema before its parser is written out as code: that takes some milliseconds, and saves some microseconds each. */
const OFTEN = 50

const parsers = new WeakMap<z.ZodType, { parser: z.ZodType; uses: number }>()

/**
 * Parses what a form's fields hold by a schema: an empty field is none, and one of a list is a list. Of a schema that is
 * used again and again what is right is found by code made for it; what is wrong is told by the schema itself.
 */
export function formParser<Schema extends z.ZodType>(schema: Schema): z.ZodType<z.output<Schema>> {
  const known = parsers.get(schema) ?? { parser: coerceFormValue(schema), uses: 0 }
  parsers.set(schema, known)
  if (++known.uses === OFTEN) known.parser = z.compile(known.parser)
  return known.parser as z.ZodType<z.output<Schema>>
}
