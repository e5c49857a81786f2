import type { FundCondition } from './fund.ts'
import type { FundConditionsTable } from '#db/schema.ts'

/** A condition as its row says it: the kind beside the rest as JSON. */
export function readCondition({ kind, value }: Pick<FundConditionsTable, 'kind' | 'value'>): FundCondition {
  return { kind, ...(JSON.parse(value) as object) } as FundCondition
}

/** The rows of a fund's conditions. */
export function conditionRows(fundId: string, conditions: readonly FundCondition[]): FundConditionsTable[] {
  return conditions.map(({ kind, ...value }) => ({ fundId, kind, value: JSON.stringify(value) }))
}
