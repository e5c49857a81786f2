import { z } from 'zod'
import { cleanLine } from './text.ts'

/** A percentage as typed (`10`, `12,5`, `33.33`) in hundredths of a percent; null when it is none from 0 to 100. */
export function parsePercent(typed: string): number | null {
  const compact = typed
    .normalize('NFKC')
    .replace(/[\s%٪]/g, '')
    .replace(',', '.')
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(compact)
  if (!match) return null
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return hundredths <= 10_000 ? hundredths : null
}

/** A percentage as a field shows it: `10`, `12.5`. */
export function plainPercent(hundredths: number): string {
  const text = (hundredths / 100).toFixed(2)
  return text.replace(/\.?0+$/, '')
}

export function percentField() {
  return z
    .string({ error: 'offer.percentShape' })
    .transform(cleanLine)
    .refine((typed) => parsePercent(typed) !== null, 'offer.percentShape')
    .transform((typed) => parsePercent(typed)!)
}
