import { buildIfStale } from '../build/build-if-stale.ts'
import { formatCheck, lint, typecheck } from '../steps/steps.ts'
import { readArguments, USAGE } from './arguments.ts'
import { missingParts } from './parts.ts'
import { noteTime, timed, timedStep, tookInWords } from './timed.ts'
import { add, NOTHING, type Totals } from './totals.ts'
import { runVitest } from './run-vitest.ts'

/** The whole suite, or the part that the arguments name; the last line says how many passed. Answers the exit code. */
export async function runSuite(args: string[]): Promise<number> {
  const wanted = readArguments(args)
  if (!wanted) {
    console.log(USAGE)
    return args.includes('--help') ? 0 : 2
  }
  const missing = missingParts().filter(({ from }) => wanted.parts.some((name) => from.includes(name)))
  const parts = wanted.parts.filter((name) => !missing.some((part) => part.name === name))

  // The tests begin with the build and do not wait for the checks, which use what the tests leave of the cores.
  const checks = wanted.isPartial ? Promise.resolve(NOTHING) : runChecks()
  const built = wanted.isPartial ? NOTHING : await timed('build', buildIfStale)
  const tested = parts.length > 0 ? await noteTime('tests', () => runVitest(parts, wanted.patterns)) : NOTHING
  const checked = add(built, await checks)

  const required = missing.filter((part) => part.isRequired)
  for (const part of missing)
    console.log(`Not run: ${part.name}, because ${part.why}.${part.isRequired ? ' It was required.' : ''}`)
  const totals = [checked, tested, { ...NOTHING, failed: required.length }].reduce(add, NOTHING)
  if (!wanted.isPartial) console.log(tookInWords())
  console.log(inWords(totals))
  return totals.failed > 0 ? 1 : 0
}

async function runChecks(): Promise<Totals> {
  const totals: Totals[] = []
  for (const step of [lint, formatCheck, typecheck]) totals.push(await timedStep(step))
  return totals.reduce(add, NOTHING)
}

function inWords({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
