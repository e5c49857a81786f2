import { FLAGGED, SURROUNDINGS } from '../server-command.ts'
import { type RunningServer, startServer } from '../../support/running-server.ts'

/** Server processes on one database; without `isGuarded` they are the negative control. */
export async function startServers(url: string, count: number, isGuarded = true): Promise<RunningServer[]> {
  const program = isGuarded ? 'server.ts' : 'tests/support/race/unguarded-server.ts'
  const environment = {
    ...SURROUNDINGS,
    DATABASE_URL: url,
    SESSION_SECRET: 'the-same-for-all-processes-of-this-measurement',
    ...(isGuarded ? {} : { WORKERS: 'none' }),
  }
  return await Promise.all(Array.from({ length: count }, () => startServer([...FLAGGED, program], environment)))
}

export async function stopServers(servers: RunningServer[]): Promise<void> {
  for (const server of servers) await server.stop().then(() => server.remove())
}
