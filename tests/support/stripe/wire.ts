import type { Param, Params } from './schema.ts'

/** Reads Stripe's form encoding: `line_items[0][price_data][currency]=usd`. */
export function readParams(encoded: string): Params {
  const params: Params = {}
  for (const [name, value] of new URLSearchParams(encoded)) {
    const path = name.replaceAll(']', '').split('[')
    let node: Params = params
    for (const key of path.slice(0, -1)) node = (node[key] ??= {}) as Params
    node[path.at(-1)!] = value
  }
  return withLists(params) as Params
}

/** Objects whose keys are 0, 1, 2, … are lists. */
function withLists(value: Param): Param {
  if (typeof value !== 'object' || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, withLists(inner)] as const)
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index))
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
}
