import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { givenHome } from './home.ts'

/** Debian's packages are Debian's Python's. */
const PYTHON = '/usr/bin/python3'
const PROGRAM = join(import.meta.dirname, 'evolution.py')
const OPTIONS = ['-B', '-X', 'utf8', PROGRAM]

/** Debian's packages that Evolution's calendars lack here. */
export function missingForEvolution(): string[] {
  if (!existsSync(PYTHON)) return ['python3']
  const { stdout } = spawnSync(PYTHON, [...OPTIONS, 'look'], { encoding: 'utf8' })
  return stdout.split(/\s+/).filter((name) => name !== '')
}

export interface EvolutionEntry {
  uid: string
  sequence: number
  status: string
  summary: string
  description: string
  location: string
  /** A day, or a moment ending with Z; `end` is exclusive. */
  start: string
  end: string
}

/** Which entries, by their UIDs, came, changed and went. */
export interface EvolutionNews {
  added: string[]
  modified: string[]
  removed: string[]
}

/** The calendars of Evolution and GNOME (evolution-data-server), with what its windows would ask for. */
export async function startEvolution() {
  const home = await givenHome()
  const child = spawn(PYTHON, OPTIONS, { env: home.environment, stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let last: Promise<unknown> = Promise.resolve()

  async function ask<T>(question: Record<string, string>): Promise<T> {
    const turn = last.then(async () => {
      child.stdin.write(`${JSON.stringify(question)}\n`)
      const { value, done } = await answers.next()
      if (done) throw new Error('Evolution has ended')
      return JSON.parse(value) as T & { error?: string }
    })
    last = turn.catch(() => undefined)
    const answer = await turn
    if (answer?.error) throw new Error(answer.error)
    return answer
  }

  return {
    subscribe: (feed: string, url: string) => ask<null>({ do: 'subscribe', feed, url }),
    /** Begins it; what came is seen in `entries` a little later. Answers what went wrong at once. */
    refresh: (feed: string) => ask<string | null>({ do: 'refresh', feed }),
    entries: async (feed: string) =>
      (await ask<EvolutionEntry[]>({ do: 'entries', feed })).toSorted((one, other) => (one.uid < other.uid ? -1 : 1)),
    /** Since this was asked last. */
    news: (feed: string) => ask<EvolutionNews>({ do: 'news', feed }),
    /** Ends every process that it started. */
    async close() {
      child.stdin.end()
      if (child.exitCode === null) await once(child, 'exit')
      await home.remove()
    },
  }
}
