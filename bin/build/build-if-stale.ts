import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { withLock } from '../start-up/lock.mjs'
import { runQuietly } from '../steps/run-step.ts'
import { ROOT, type Step } from '../steps/steps.ts'
import { freshness, STAMP, type Stamp } from './freshness.ts'

const remix: Step = {
  name: 'build',
  script: '@remix-run/dev/dist/cli.js',
  args: ['vite:build', '--config', 'remix.config.js'],
}

/**
 * Brings build/ up to date, saying so; does nothing when nothing that goes into it has changed. Two at once take
 * turns; one that is killed leaves no stamp, so the next one builds again. Throws a sentence; what Vite said is
 * on the error output by then.
 */
export async function buildIfStale(say: (sentence: string) => void = console.log): Promise<void> {
  if (keepIfFresh()) return
  await withLock(ROOT, 'build', async (passOn) => {
    if (!keepIfFresh()) await build(passOn, say)
  })
}

function keepIfFresh(): boolean {
  const { isFresh, stamp } = freshness()
  if (stamp) write(stamp)
  return isFresh
}

async function build(onStart: (pid: number) => void, say: (sentence: string) => void): Promise<void> {
  say('Building the pages (some ten seconds) …')
  const begun = performance.now()
  // Of before the build: a file that changes meanwhile makes it stale again.
  const { stamp } = freshness({ isForced: true })
  rmSync(STAMP, { force: true })
  const { code, said } = await runQuietly(remix, [], { env: { NODE_ENV: 'production' }, onStart })
  if (code !== 0) {
    process.stderr.write(said)
    throw new Error('The build failed; what Vite said stands above.')
  }
  write(stamp!)
  say(`Built in ${((performance.now() - begun) / 1000).toFixed(1)} s.`)
}

function write(stamp: Stamp): void {
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, JSON.stringify(stamp))
}
