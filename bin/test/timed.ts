import { runQuietly } from '../steps/run-step.ts'
import type { Step } from '../steps/steps.ts'
import { NOTHING, type Totals } from './totals.ts'

/** What was timed so far, in the order of its end, as a sentence. */
export function tookInWords(): string {
  return `Took: ${took.join(', ')}.`
}

const took: string[] = []

/** Runs a piece of work that throws a sentence when it fails; prints how it went and its seconds, and counts it as one. */
export async function timed(name: string, work: () => Promise<void>): Promise<Totals> {
  const begun = performance.now()
  try {
    await noteTime(name, work)
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

/** Notes how long something takes that says itself how it goes. */
export async function noteTime<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const begun = performance.now()
  try {
    return await work()
  } finally {
    took.push(`${name} ${secondsSince(begun)}`)
  }
}

function secondsSince(begun: number): string {
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`
}
