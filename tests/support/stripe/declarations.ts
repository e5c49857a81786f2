import { readFileSync } from 'node:fs'

/** What an `interface` of stripe's declares: its properties, as written. */
export interface Interface {
  properties: Map<string, { type: string; isOptional: boolean }>
}

/** The declarations of one file, by their full name: `SessionCreateParams.LineItem.PriceData`. */
export interface Declarations {
  interfaces: Map<string, Interface>
  aliases: Map<string, string>
}

const ROOT = new URL('../../../node_modules/stripe/esm/', import.meta.url)

/** Reads what stripe's own types say, e.g. of `resources/Checkout/Sessions.d.ts`. */
export function readDeclarations(file: string): Declarations {
  const text = readFileSync(new URL(file, ROOT), 'utf8').replace(/\/\*[^]*?\*\//g, '')
  const found: Declarations = { interfaces: new Map(), aliases: new Map() }
  readBlock(text, '', found)
  return found
}

const DECLARATION =
  /\b(?:(interface|namespace)\s+(\w+)[^{;=]*\{|type\s+(\w+)(?:<\w+>)?\s*=\s*([^;]+);|(class)\s+\w+[^{]*\{)/g

/** What lists inherit from another file. */
const PAGINATION = `
  ending_before?: string;
  limit?: number;
  starting_after?: string;
`

function readBlock(text: string, prefix: string, found: Declarations): void {
  const pattern = new RegExp(DECLARATION)
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [, kind, name, alias, aliased] = match
    if (alias) {
      found.aliases.set(prefix + alias, aliased!.trim())
      continue
    }
    const end = closingBrace(text, pattern.lastIndex)
    const body = text.slice(pattern.lastIndex, end)
    if (kind === 'interface') {
      const inherited = match[0].includes('PaginationParams') ? PAGINATION : ''
      found.interfaces.set(prefix + name, { properties: readProperties(body + inherited) })
    }
    if (kind === 'namespace') readBlock(body, `${prefix}${name}.`, found)
    pattern.lastIndex = end + 1
  }
}

/** Where the block that begins at `from` ends. */
function closingBrace(text: string, from: number): number {
  let depth = 1
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++
    if (text[at] === '}' && --depth === 0) return at
  }
  throw new Error('a block without an end')
}

function readProperties(body: string): Interface['properties'] {
  const properties: Interface['properties'] = new Map()
  for (const [, name, mark, type] of body.matchAll(/^\s*'?(\w+)'?(\?)?:\s*([^;]+);/gm))
    properties.set(name!, { type: type!.trim(), isOptional: mark === '?' })
  return properties
}
