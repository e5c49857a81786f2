import { readdir } from 'node:fs/promises'
import { buildIfStale } from './build/build-if-stale.ts'
import { AIMS } from '#tests/bench/aims.ts'
import type { Bench, Figure } from '#tests/bench/bench.ts'
import { gateTable } from '#tests/bench/gate-table.ts'
import { hasFailed, judge } from '#tests/bench/gate.ts'
import { allFigures, readKept, withMeasurement } from '#tests/bench/kept-figures.ts'
import { thisMachine } from '#tests/bench/machine.ts'
import { writeDocuments } from '#tests/bench/write-documents.ts'

const FOLDER = new URL('../tests/bench/', import.meta.url)
const OPTIONS = ['--gate', '--write', '--redraw']

const known = (await readdir(FOLDER))
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.slice(0, -'.bench.ts'.length))
const options = process.argv.slice(2).filter((word) => OPTIONS.includes(word))
const named = process.argv.slice(2).filter((word) => !OPTIONS.includes(word))
const usage = `npm run bench                           all of: ${known.join(', ')}
npm run bench -- NAME …                 only these
npm run bench -- --gate [NAME …]        fails when a figure is worse than it may be (tests/bench/aims.ts)
npm run bench -- --write [NAME …]       keeps the figures and writes docs/performance.md and its drawings
npm run bench -- --redraw               writes these from what is kept, and measures nothing`
const unknown = named.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.log(usage)
  process.exit(unknown.includes('--help') ? 0 : 2)
}

if (options.includes('--redraw')) await writeDocuments(await readKept())
else await measure(benchesToRun())

function benchesToRun(): string[] {
  if (named.length > 0) return named
  return options.includes('--gate') ? known.filter((name) => AIMS.some(({ bench }) => bench === name)) : known
}

async function measure(benches: string[]): Promise<void> {
  // What is measured over HTTP is what the files here say. Standard output is for figures alone.
  if (!process.env.PLENARY_BUILD_DIR) await buildIfStale(console.error)
  const now: (Figure & { bench: string })[] = []
  const last = await readKept()
  let kept = last
  for (const bench of benches) {
    const figures = await figuresOf(bench)
    if (!figures) continue
    now.push(...figures.map((figure) => ({ bench, ...figure })))
    const measuredOn = new Date().toISOString().slice(0, 10)
    kept = withMeasurement(kept, bench, { measuredOn, machine: thisMachine(), figures })
    // After each, so that what was measured is kept when a later one fails.
    if (options.includes('--write')) await writeDocuments(kept)
  }
  if (!options.includes('--gate')) return
  const verdicts = judge({ benches, now, last: allFigures(last), aims: AIMS })
  console.error(gateTable(verdicts))
  if (verdicts.some(hasFailed)) process.exitCode = 1
}

/** Prints the figures of a bench as they come. Null, and a failure of the run, when it did not come to its end. */
async function figuresOf(bench: string): Promise<Figure[] | null> {
  const figures: Figure[] = []
  const begun = performance.now()
  console.error(`${bench} …`)
  try {
    const { run } = (await import(new URL(`${bench}.bench.ts`, FOLDER).href)) as { run: Bench }
    await run((figure) => {
      figures.push(figure)
      console.log(JSON.stringify({ bench, ...figure }))
    })
  } catch (error) {
    console.error(`${bench}:`, error)
    process.exitCode = 1
    return null
  }
  console.error(`${bench}: ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  return figures
}
