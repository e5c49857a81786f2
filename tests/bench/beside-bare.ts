import { ask, type BareWay, startBare } from './bare.ts'
import { type Bench, type Figure, rounded } from './bench.ts'
import { inTurns } from './in-turns.ts'
import { type RunningServer } from '../support/running-server.ts'

interface Compared {
  server: RunningServer
  path: string
  headers: Record<string, string>
  status?: number
  way: BareWay
  name: string
  /** What the other side is called. */
  bare: string
  database: Figure['database']
}

/** Prints how often we give an answer, how often a bare server gives the same, and the ratio: by rate and by processor time. */
export async function besideBare(
  print: Parameters<Bench>[0],
  { server, path, headers, status, way, name, bare, database }: Compared,
): Promise<void> {
  const url = server.url + path
  const other = await startBare(way, server.folder, url, await ask(url, headers, status))
  try {
    const [ours, theirs] = await inTurns(
      { url, headers, pid: server.process.pid! },
      { url: other.url, headers, pid: other.pid },
    )
    const higher = { better: 'higher', database } as const
    const lower = { better: 'lower', database } as const
    print({ figure: name, value: rounded(ours.perSecond), unit: 'requests/s', ...higher })
    print({ figure: `${name}, ${bare}`, value: rounded(theirs.perSecond), unit: 'requests/s', ...higher })
    print({
      figure: `${name} ÷ ${bare}`,
      value: rounded(ours.perSecond / theirs.perSecond, 3),
      unit: 'ratio',
      ...higher,
    })
    const [spent, theySpent] = [ours.processor, theirs.processor]
    print({ figure: `${name}, processor time`, value: rounded(spent, 1), unit: 'µs', ...lower })
    print({ figure: `${name}, ${bare}, processor time`, value: rounded(theySpent, 1), unit: 'µs', ...lower })
    const byTime = rounded(theySpent / spent, 3)
    print({ figure: `${name} ÷ ${bare}, by processor time`, value: byTime, unit: 'ratio', ...higher })
  } finally {
    await other.stop()
  }
}
