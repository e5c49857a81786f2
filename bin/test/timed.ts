import { runQuietly } from '../steps/run-step.ts'
import type { Step } from '../steps/steps.ts'
import { NOTHING, type Totals } from './totals.ts'

/** Runs a piece of work that throws a sentence when it fails; prints how it went and its seconds, and counts it as one. */
export async function timed(name: string, work: () => Promise<void>): Promise<Totals> {
  const begun = performance.now()
  try {
    await work()
    console.log(`${name}: good (${secondsSince(begun)})`)
    return { ...NOTHING, passed: 1 }
  } catch (error) {
    console.error((error as Error).message)
    console.log(`${name}: FAILED (${secondsSince(begun)})`)
    return { ...NOTHING, failed: 1 }
  }
}

/** The same for a step; what it says is shown only when it fails. */
export async function timedStep(step: Step): Promise<Totals> {
  return await timed(step.name, async () => {
    const { code, said } = await runQuietly(step)
    if (code !== 0) throw new Error(said.trimEnd())
  })
}

function secondsSince(begun: number): string {
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`
}
