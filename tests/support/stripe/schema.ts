import { type Declarations, readDeclarations } from './declarations.ts'

/** What a form of Stripe's wire format holds: text, lists, objects. */
export type Params = { [name: string]: Param }
export type Param = string | Param[] | Params

const FILES: Record<string, string> = {
  SessionCreateParams: 'resources/Checkout/Sessions.d.ts',
  SessionRetrieveParams: 'resources/Checkout/Sessions.d.ts',
  SessionExpireParams: 'resources/Checkout/Sessions.d.ts',
  RefundCreateParams: 'resources/Refunds.d.ts',
  RefundRetrieveParams: 'resources/Refunds.d.ts',
  RefundListParams: 'resources/Refunds.d.ts',
  DisputeListParams: 'resources/Disputes.d.ts',
  BalanceTransactionListParams: 'resources/BalanceTransactions.d.ts',
}

const read = new Map<string, Declarations>()

/** What stripe's own types have against a request, each with its path; nothing when they accept it. */
export function complaints(name: keyof typeof FILES, params: Params): string[] {
  const file = FILES[name]!
  if (!read.has(file)) read.set(file, readDeclarations(file))
  return checkObject(read.get(file)!, scopeOf(read.get(file)!, name), params, '')
}

/** They stand in `export declare namespace Checkout { … }` or at the top. */
function scopeOf({ interfaces }: Declarations, name: string): string {
  const full = [...interfaces.keys()].find((key) => key === name || key.endsWith(`.${name}`))
  if (!full) throw new Error(`stripe declares no ${name}`)
  return full
}

function checkObject(all: Declarations, name: string, value: Params, path: string): string[] {
  const { properties } = all.interfaces.get(name)!
  const unknown = Object.keys(value)
    .filter((key) => !properties.has(key))
    .map((key) => `${at(path, key)}: no such parameter`)
  const missing = [...properties]
    .filter(([key, { isOptional }]) => !isOptional && value[key] === undefined)
    .map(([key]) => `${at(path, key)}: missing`)
  const wrong = Object.entries(value).flatMap(([key, inner]) => {
    const property = properties.get(key)
    return property ? check(all, name, property.type, inner, at(path, key)) : []
  })
  return [...unknown, ...missing, ...wrong]
}

function check(all: Declarations, scope: string, type: string, value: Param, path: string): string[] {
  const list = /^Array<(.+)>$/.exec(type)
  if (list)
    return Array.isArray(value)
      ? value.flatMap((item, index) => check(all, scope, list[1]!, item, `${path}[${index}]`))
      : [`${path}: not a list`]
  const empty = /^Emptyable<(.+)>$/.exec(type)
  if (empty) return value === '' ? [] : check(all, scope, empty[1]!, value, path)
  if (type === 'MetadataParam') return checkMetadata(value, path)
  if (type === 'RangeQueryParam') return checkRange(value, path)
  if (type === 'string') return typeof value === 'string' ? [] : [`${path}: not a text`]
  if (type === 'number') return typeof value === 'string' && /^-?\d+$/.test(value) ? [] : [`${path}: not a number`]
  if (type === 'boolean') return value === 'true' || value === 'false' ? [] : [`${path}: not true or false`]
  if (type.includes('|') || type.startsWith("'")) return checkUnion(all, scope, type, value, path)
  const named = resolve(all, scope, type)
  if (named === null) return [`${path}: stripe's type ${type} is not understood here`]
  if (all.aliases.has(named)) return check(all, named, all.aliases.get(named)!, value, path)
  return typeof value === 'object' && !Array.isArray(value)
    ? checkObject(all, named, value, path)
    : [`${path}: not an object`]
}

/** `OtherString` leaves the library's unions open; here only what it names is right. */
function checkUnion(all: Declarations, scope: string, type: string, value: Param, path: string): string[] {
  const members = type
    .split('|')
    .map((member) => member.trim())
    .filter((member) => member !== '' && member !== 'OtherString')
  const literals = members.filter((member) => member.startsWith("'")).map((member) => member.slice(1, -1))
  if (typeof value === 'string' && literals.includes(value)) return []
  const others = members.filter((member) => !member.startsWith("'"))
  if (others.some((member) => check(all, scope, member, value, path).length === 0)) return []
  return [`${path}: “${JSON.stringify(value)}” is none of ${members.join(', ')}`]
}

/** https://docs.stripe.com/api/metadata: 50 keys, names up to 40 and values up to 500 characters. */
function checkMetadata(value: Param, path: string): string[] {
  if (typeof value !== 'object' || Array.isArray(value)) return [`${path}: not metadata`]
  const entries = Object.entries(value)
  if (entries.length > 50) return [`${path}: more than 50 keys`]
  return entries
    .filter(([key, text]) => typeof text !== 'string' || text.length > 500 || key.length > 40)
    .map(([key]) => `${at(path, key)}: too long`)
}

/** Seconds, by `gt`, `gte`, `lt` and `lte`. */
function checkRange(value: Param, path: string): string[] {
  if (typeof value !== 'object' || Array.isArray(value)) return [`${path}: not a range`]
  return Object.entries(value)
    .filter(([key, bound]) => !/^[gl]te?$/.test(key) || typeof bound !== 'string' || !/^\d+$/.test(bound))
    .map(([key]) => `${at(path, key)}: no such bound`)
}

/** A name is looked for in the scope where it stands, then further out. */
function resolve({ interfaces, aliases }: Declarations, scope: string, name: string): string | null {
  for (let from = scope; ; from = from.slice(0, Math.max(0, from.lastIndexOf('.')))) {
    const full = from === '' ? name : `${from}.${name}`
    if (interfaces.has(full) || aliases.has(full)) return full
    if (from === '') return null
  }
}

function at(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
