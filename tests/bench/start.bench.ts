import { type Bench, rounded } from './bench.ts'
import { startServer } from '../support/running-server.ts'
import { SERVER, SURROUNDINGS } from './server-command.ts'

const TRIES = 3

/**
 * From starting to the first 200 of /readyz: `npm start` into an empty database and again, which is what an operator waits
 * for, and the server without npm and without looking whether the build is new; the best of three where there is nothing to fill.
 */
export const run: Bench = async (print) => {
  const tell = (figure: string, value: number) =>
    print({ figure, value: rounded(value), unit: 'ms', better: 'lower', database: 'sqlite' })
  const npm = [process.platform === 'win32' ? 'npm.cmd' : 'npm', 'start']
  const first = await startServer(npm)
  await first.stop()
  tell('first start, ready after', first.readyAfter)
  tell('second start, ready after', await bestOf(npm, {}, first.folder))
  tell('server alone, ready after', await bestOf(SERVER, SURROUNDINGS, first.folder))
  await first.remove()
}

async function bestOf(command: string[], environment: Record<string, string>, folder: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < TRIES; round++) {
    const server = await startServer(command, environment, folder)
    times.push(server.readyAfter)
    await server.stop()
  }
  return Math.min(...times)
}
