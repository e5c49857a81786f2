import { readdir } from 'node:fs/promises'
import { buildIfStale } from './build/build-if-stale.ts'
import type { Bench } from '#tests/bench/bench.ts'

const FOLDER = new URL('../tests/bench/', import.meta.url)

const known = (await readdir(FOLDER))
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.slice(0, -'.bench.ts'.length))
const wanted = process.argv.slice(2)
const usage = `npm run bench                           all of: ${known.join(', ')}
npm run bench -- NAME …                 only these`
const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.log(usage)
  process.exit(unknown.includes('--help') ? 0 : 2)
}
// What is measured over HTTP is what the files here say. Standard output is for figures alone.
if (!process.env.PLENARY_BUILD_DIR) await buildIfStale(console.error)
for (const name of wanted.length > 0 ? wanted : known) {
  const { run } = (await import(new URL(`${name}.bench.ts`, FOLDER).href)) as { run: Bench }
  console.error(`${name} …`)
  await run((figure) => console.log(JSON.stringify({ bench: name, ...figure })))
}
