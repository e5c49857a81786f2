import { faultOf } from './fault-of.ts'
import type { Job } from './job.ts'
import type { Services } from '#app/services.server.ts'
import { calm } from '#app/values/rush.ts'

const LONGEST_PAUSE = 60_000

/** How long a round waits while many people wait for their pages, in milliseconds. In a rush mail leaves in rounds, too. */
const PATIENCE = 2000

interface Signals {
  /** No further run is begun. */
  end: AbortSignal
  /** What is under way is broken off. */
  stop: AbortSignal
}

/** Runs a job until told to end. A fault is logged when it first happens, and the job rests longer each time. */
export async function repeat(
  { clock, log }: Pick<Services, 'clock' | 'log'>,
  job: Job,
  { end, stop }: Signals,
): Promise<void> {
  let faults = 0
  while (!end.aborted) {
    let pause = job.pause
    try {
      const hasMore = await job.run({ now: clock.now(), stop })
      if (hasMore) pause = 0
      if (faults > 0) log.info({ job: job.name, faults }, 'the job runs again')
      faults = 0
    } catch (error) {
      faults++
      if (faults === 1) log.error({ job: job.name, fault: faultOf(error) }, 'the job failed and is tried again')
      pause = Math.min(1000 * 2 ** faults, LONGEST_PAUSE)
    }
    await rest(pause, end)
    if (!end.aborted) await calm(job.patience ?? PATIENCE)
  }
}

/** Gives way to requests even when there is more to do. */
async function rest(milliseconds: number, end: AbortSignal): Promise<void> {
  if (end.aborted) return
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer)
      end.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    end.addEventListener('abort', done)
  })
}
