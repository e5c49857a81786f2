import { setTimeout as sleep } from 'node:timers/promises'
import { type Bench, rounded } from './bench.ts'
import { startServer } from '../support/running-server.ts'

/** `npm start` twice: the first fills an empty database, the second is what an operator waits for. */
export const run: Bench = async (print) => {
  const command = [process.platform === 'win32' ? 'npm.cmd' : 'npm', 'start']
  const first = await startServer(command)
  await first.stop()
  const second = await startServer(command, {}, first.folder)
  print({
    figure: 'first start, ready after',
    value: rounded(first.readyAfter),
    unit: 'ms',
    better: 'lower',
    database: 'sqlite',
  })
  print({
    figure: 'second start, ready after',
    value: rounded(second.readyAfter),
    unit: 'ms',
    better: 'lower',
    database: 'sqlite',
  })
  await fetch(`${second.url}/`)
  await sleep(5000)
  print({
    figure: 'resident memory at rest',
    value: rounded(await second.memory()),
    unit: 'MB',
    better: 'lower',
    database: 'sqlite',
  })
  await second.stop()
  await first.remove()
}
