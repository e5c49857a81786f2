import type { Sheet, SheetDeclaration, SheetNode } from './sheet.ts'

/** The text of a stylesheet without what cannot match on a page that has these names. */
export function pickRules({ nodes }: Sheet, names: Iterable<number>): string {
  const onPage = new Set(names)
  const matching = nodes.flatMap((node) => whatMatches(node, onPage))
  const read = propertiesRead(matching.flatMap(declarationsIn))
  return matching.map((node) => textOf(node, read)).join('')
}

function whatMatches(node: SheetNode, onPage: Set<number>): SheetNode[] {
  if (typeof node === 'string') return [node]
  if ('group' in node) return [{ ...node, nodes: node.nodes.flatMap((inner) => whatMatches(inner, onPage)) }]
  const selectors = node.selectors.filter(({ ways }) => ways.some((way) => way.every((name) => onPage.has(name))))
  return selectors.length > 0 ? [{ ...node, selectors }] : []
}

function declarationsIn(node: SheetNode): SheetDeclaration[] {
  if (typeof node === 'string') return [{ text: node, reads: [...node.matchAll(/--[\w-]+/g)].map(([name]) => name) }]
  return 'group' in node ? node.nodes.flatMap(declarationsIn) : node.declarations
}

/** A custom property may be read by another one, which counts once that one is read. */
function propertiesRead(declarations: SheetDeclaration[]): Set<string> {
  const read = new Set<string>()
  for (let before = -1; before < read.size;) {
    before = read.size
    for (const { sets, reads = [] } of declarations)
      if (sets === undefined || read.has(sets)) for (const name of reads) read.add(name)
  }
  return read
}

function textOf(node: SheetNode, read: Set<string>): string {
  if (typeof node === 'string') return node
  if ('group' in node) {
    const inner = node.nodes.map((one) => textOf(one, read)).join('')
    return inner && `${node.group}{${inner}}`
  }
  const declarations = node.declarations.filter(({ sets }) => sets === undefined || read.has(sets))
  if (declarations.length === 0) return ''
  const selectors = node.selectors.map(({ text }) => text).join(',')
  return `${selectors}{${declarations.map(({ text }) => text).join(';')}}`
}
