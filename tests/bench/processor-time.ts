import { readFileSync } from 'node:fs'

/** Ticks a second in /proc, the same on every Linux. */
const TICKS = 100

/** How long all threads of a process have computed; NaN where the system does not say it. */
export function processorSeconds(pid: number): number {
  try {
    const said = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // After the name in brackets, which may hold anything: the 14th and 15th field of all.
    const fields = said.slice(said.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS
  } catch {
    return Number.NaN
  }
}
