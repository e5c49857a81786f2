import { allJobs } from './all-jobs.server.ts'
import type { Job } from './job.ts'
import { repeat } from './repeat.ts'
import type { Services } from '#app/services.server.ts'

/** How long a stop waits for what is under way before it breaks it off, in milliseconds. */
const PATIENCE = 7000

export interface Worker {
  /** Begins nothing new, lets what is under way finish for seven seconds, then breaks it off and gives it back. */
  stop(): Promise<void>
}

/** Runs the jobs beside the requests, each at its own pace. The caller closes mailer and database after `stop`. */
export function startWorker(services: Services, jobs: Job[] = allJobs(services)): Worker {
  const end = new AbortController()
  const stop = new AbortController()
  const running = Promise.all(jobs.map((job) => repeat(services, job, { end: end.signal, stop: stop.signal })))
  return {
    async stop() {
      end.abort()
      const patience = setTimeout(() => stop.abort(), PATIENCE)
      await running
      clearTimeout(patience)
    },
  }
}
