import { parseArgs } from 'node:util'
import { PARTS, type PartName } from './parts.ts'

export const USAGE = `npm test                                the whole suite
npm test -- PATTERN …                   only test files whose path contains a PATTERN; no lint, format, types
npm test -- --only PART[,PART] [PATTERN …]   only these parts: ${PARTS.join(', ')}

PLENARY_TEST_REQUIRE=mysql,browser,judges,clients   what cannot run here is a failure`

export interface Wanted {
  parts: PartName[]
  patterns: string[]
  /** A part of the suite was asked for: style, types and build are left out. */
  isPartial: boolean
}

/** What the arguments ask for, or null when they ask for help or for something that is not there. */
export function readArguments(args: string[]): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { only: { type: 'string', multiple: true }, help: { type: 'boolean' } },
    })
    const only = values.only?.flatMap((value) => value.split(',')) ?? []
    if (values.help || !only.every(isPart)) return null
    const parts = only.length > 0 ? PARTS.filter((part) => only.includes(part)) : [...PARTS]
    return { parts, patterns: positionals, isPartial: only.length > 0 || positionals.length > 0 }
  } catch {
    return null
  }
}

function isPart(name: string): name is PartName {
  return (PARTS as readonly string[]).includes(name)
}
