import type { ContentLine } from './content-lines.ts'

export interface Component {
  name: string
  lines: ContentLine[]
  parts: Component[]
}

/** The lines as components in components; no root when they do not nest. */
export function componentTree(lines: ContentLine[]): { root: Component | null; faults: string[] } {
  const faults = lines.filter(({ name }) => name === '').map(({ value }) => `not a content line: ${value}`)
  const outside: Component = { name: '', lines: [], parts: [] }
  const open = [outside]
  for (const line of lines) {
    const current = open.at(-1)!
    if (line.name === 'BEGIN') {
      const part = { name: line.value, lines: [], parts: [] }
      current.parts.push(part)
      open.push(part)
    } else if (line.name === 'END') {
      if (open.length === 1 || current.name !== line.value) return { root: null, faults: [...faults, NESTING] }
      open.pop()
    } else if (line.name !== '') current.lines.push(line)
  }
  const [root] = outside.parts
  const isWhole = open.length === 1 && outside.parts.length === 1 && outside.lines.length === 0
  return isWhole && root!.name === 'VCALENDAR' ? { root: root!, faults } : { root: null, faults: [...faults, NESTING] }
}

const NESTING = 'components do not nest'
