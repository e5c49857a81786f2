import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Bench, rounded } from './bench.ts'
import { requestsPerSecond } from './load.ts'
import { startServer } from '../support/running-server.ts'

const PAGES = { 'front page': '/', catalogue: '/events', 'event page': '/events/inet-2027' }
const HEADERS = { 'Accept-Encoding': 'br' }

/** Pages of the demonstration catalogue, each beside a bare server that sends the same bytes. */
export const run: Bench = async (print) => {
  const server = await startServer([process.execPath, 'server.ts'], { NODE_ENV: 'production' })
  try {
    for (const [name, path] of Object.entries(PAGES)) {
      const answer = await fetch(server.url + path, { headers: HEADERS })
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
      const ours = await requestsPerSecond(server.url + path, HEADERS)
      const bare = await bareRequestsPerSecond(server.folder, answer)
      print({ figure: name, value: rounded(ours), unit: 'requests/s', better: 'higher', database: 'sqlite' })
      print({
        figure: `${name}, bare node:http`,
        value: rounded(bare),
        unit: 'requests/s',
        better: 'higher',
        database: null,
      })
      print({
        figure: `${name} ÷ bare`,
        value: rounded(ours / bare, 4),
        unit: 'ratio',
        better: 'higher',
        database: 'sqlite',
      })
    }
  } finally {
    await server.stop()
    await server.remove()
  }
}

async function bareRequestsPerSecond(folder: string, answer: Response): Promise<number> {
  const file = join(folder, 'answer.json')
  const body = Buffer.from(await answer.arrayBuffer()).toString('base64')
  const headers = Object.fromEntries(
    [...answer.headers].filter(
      ([name]) => !/^(content-(encoding|length)|connection|keep-alive|transfer-encoding)$/.test(name),
    ),
  )
  await writeFile(file, JSON.stringify({ headers, body }))
  const port = 20_000 + Math.floor(Math.random() * 10_000)
  const child = spawn(process.execPath, [new URL('./bare-server.ts', import.meta.url).pathname, file, String(port)], {
    stdio: 'inherit',
  })
  await sleep(500)
  try {
    return await requestsPerSecond(`http://127.0.0.1:${port}/`, HEADERS)
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}
