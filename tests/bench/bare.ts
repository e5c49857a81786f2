import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { requestsPerSecond } from './load.ts'

/** How often a bare `node:http` gives that answer, in a process of its own. */
export async function bareRequestsPerSecond(
  folder: string,
  answer: Response,
  headers: Record<string, string>,
): Promise<number> {
  const file = join(folder, 'answer.json')
  const body = Buffer.from(await answer.arrayBuffer()).toString('base64')
  const own = Object.fromEntries(
    [...answer.headers].filter(
      ([name]) => !/^(content-(encoding|length)|connection|keep-alive|transfer-encoding)$/.test(name),
    ),
  )
  await writeFile(file, JSON.stringify({ status: answer.status, headers: own, body }))
  const port = 20_000 + Math.floor(Math.random() * 10_000)
  const child = spawn(process.execPath, [new URL('./bare-server.ts', import.meta.url).pathname, file, String(port)], {
    stdio: 'inherit',
  })
  await sleep(500)
  try {
    return await requestsPerSecond(`http://127.0.0.1:${port}/`, headers)
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}
