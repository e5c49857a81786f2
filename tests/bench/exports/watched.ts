import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** The most memory that a process holds while something is done, above what it held before, in megabytes. */
export async function watched<Result>(
  pid: number,
  work: () => Promise<Result>,
): Promise<{ result: Result; more: number }> {
  await sleep(500)
  const before = resident(pid)
  let most = before
  const timer = setInterval(() => (most = Math.max(most, resident(pid))), 20)
  try {
    return { result: await work(), more: Math.max(most, resident(pid)) - before }
  } finally {
    clearInterval(timer)
  }
}

function resident(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024
}
