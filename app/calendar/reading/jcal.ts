export type Parameters = Record<string, string | string[] | undefined>

/** As jCal has it (RFC 7265): name, parameters, type, values. */
export type JcalProperty = [string, Parameters, string, ...unknown[]]
export type JcalComponent = [string, JcalProperty[], JcalComponent[]]

/** A rule of recurrence as jCal has it. */
export interface Rule {
  freq?: string
  interval?: number
  count?: number
  until?: string
  byday?: string | string[]
  bymonth?: number | number[]
  wkst?: string | number
}

/** A value as text; of a period its start. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return textOf(value[0])
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** A rule as plain data: the parser puts objects of its own into it. */
export function ruleOf(value: unknown): Rule | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return JSON.parse(JSON.stringify(value)) as Rule
}
