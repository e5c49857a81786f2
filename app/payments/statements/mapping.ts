import { z } from 'zod'
import { DAY_FORMATS } from './read-day.ts'
import { DELIMITERS } from './read-table.ts'
import { integer } from '#app/values/fields.ts'

/**
 * What the columns of a bank's table mean, as somebody in finance said; kept with the statement and offered again for
 * the next one of that account. Columns and rows count from 0; '' is no column.
 */
export interface Mapping {
  delimiter: (typeof DELIMITERS)[number]
  headRow: number
  day: number
  dayFormat: (typeof DAY_FORMATS)[number]
  decimal: 'comma' | 'point'
  /** One column with signs; one for the amount and one that says which way; or one for each way. */
  amounts: 'signed' | 'sign-column' | 'two-columns'
  amount: number | null
  sign: number | null
  /** What stands in the sign column for money that went out. */
  outWord: string
  credit: number | null
  debit: number | null
  /** The currency of all lines, where no column has it. */
  currency: string
  currencyColumn: number | null
  payer: number | null
  texts: number[]
  bankId: number | null
  charges: number | null
}

const LAST_COLUMN = 99

function column(message = 'form.required') {
  return z
    .string({ error: message })
    .refine((typed) => /^\d{1,2}$/.test(typed), message)
    .transform(Number)
}

function optionalColumn() {
  return z
    .string()
    .default('')
    .refine((typed) => typed === '' || /^\d{1,2}$/.test(typed), 'form.required')
    .transform((typed) => (typed === '' ? null : Number(typed)))
}

export const mappingSchema = z
  .object({
    delimiter: z.enum(DELIMITERS, { error: 'form.required' }),
    headRow: integer(1, LAST_COLUMN).transform((row) => row - 1),
    day: column(),
    dayFormat: z.enum(DAY_FORMATS, { error: 'form.required' }),
    decimal: z.enum(['comma', 'point'], { error: 'form.required' }),
    amounts: z.enum(['signed', 'sign-column', 'two-columns'], { error: 'form.required' }),
    amount: optionalColumn(),
    sign: optionalColumn(),
    outWord: z
      .string()
      .default('')
      .transform((typed) => typed.trim().slice(0, 20)),
    credit: optionalColumn(),
    debit: optionalColumn(),
    currency: z
      .string({ error: 'finance.mapping.currencyWanted' })
      .transform((typed) => typed.trim().toUpperCase())
      .refine((typed) => /^[A-Z]{3}$/.test(typed), 'finance.mapping.currencyWanted'),
    currencyColumn: optionalColumn(),
    payer: optionalColumn(),
    text1: column(),
    text2: optionalColumn(),
    text3: optionalColumn(),
    bankId: optionalColumn(),
    charges: optionalColumn(),
  })
  .superRefine((typed, context) => {
    const want = (path: 'amount' | 'sign' | 'credit' | 'debit' | 'outWord') =>
      context.addIssue({ code: 'custom', path: [path], message: 'form.required' })
    if (typed.amounts === 'two-columns') {
      if (typed.credit === null) want('credit')
      if (typed.debit === null) want('debit')
      return
    }
    if (typed.amount === null) want('amount')
    if (typed.amounts === 'sign-column' && typed.sign === null) want('sign')
    if (typed.amounts === 'sign-column' && typed.outWord === '') want('outWord')
  })
  .transform(({ text1, text2, text3, ...rest }): Mapping => ({
    ...rest,
    texts: [text1, text2, text3].filter((at) => at !== null),
  }))

/** The same as the fields of the form, to fill it in. */
export function mappingFields(mapping: Mapping): Record<string, string> {
  const { texts, headRow, ...rest } = mapping
  const fields = { ...rest, headRow: headRow + 1, text1: texts[0], text2: texts[1], text3: texts[2] }
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value ?? '')]))
}

/** @returns null for what no mapping of ours ever was. */
export function parseMapping(stored: string): Mapping | null {
  try {
    const mapping = JSON.parse(stored) as Mapping | null
    return mapping && typeof mapping.day === 'number' ? mapping : null
  } catch {
    return null
  }
}
