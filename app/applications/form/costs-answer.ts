import { parseMinor } from '#app/values/money.ts'

/** One row of a table of costs as it was typed: what it costs, what its applicant pays, what others pay. */
export interface TypedCost {
  row: string
  cost: string
  own: string
  others: string
}

export const COST_PARTS = ['cost', 'own', 'others'] as const

export function typedCosts(values: string[]): TypedCost[] {
  return values.map((value) => {
    const parts = value.split(':')
    const [cost = '', own = '', others = ''] = parts.splice(-3)
    return { row: parts.join(':'), cost, own, others }
  })
}

/** A row as an answer keeps it; '' when nothing was typed. */
export function costValue({ row, cost, own, others }: TypedCost): string {
  const parts = [cost, own, others].map((typed) => typed.replaceAll(':', ' ').trim())
  return parts.every((part) => part === '') ? '' : [row, ...parts].join(':')
}

export interface Costs {
  rows: { row: string; cost: number; own: number; others: number; asked: number }[]
  cost: number
  covered: number
  /** What is left: what is asked for. */
  asked: number
}

/** A table of costs in minor units; null when an amount in it is none of that currency. What is empty is nothing. */
export function readCosts(values: string[], currency: string): Costs | null {
  const rows = typedCosts(values).map(({ row, ...typed }) => {
    const [cost, own, others] = COST_PARTS.map((part) => (typed[part] === '' ? 0 : parseMinor(typed[part], currency)))
    return cost == null || own == null || others == null
      ? null
      : { row, cost, own, others, asked: Math.max(0, cost - own - others) }
  })
  if (!rows.every((row) => row !== null)) return null
  const sum = (part: 'cost' | 'own' | 'others' | 'asked') => rows.reduce((total, row) => total + row[part], 0)
  return { rows, cost: sum('cost'), covered: sum('own') + sum('others'), asked: sum('asked') }
}
