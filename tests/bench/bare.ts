import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'

export interface Answer {
  status: number
  headers: Record<string, string>
  /** As it came, not unpacked. */
  body: Buffer
}

export interface BareServer {
  url: string
  pid: number
  stop(): Promise<void>
}

/** What a server adds by itself, and what belongs to one connection. */
const OWN = /^(content-length|connection|keep-alive|transfer-encoding|date)$/

/** @throws when the answer has another status than was expected. */
export async function ask(url: string, headers: Record<string, string>, status = 200): Promise<Answer> {
  const [response] = await once(get(url, { headers }), 'response')
  const body = await buffer(response)
  if (response.statusCode !== status) throw new Error(`${url} answers ${response.statusCode}, not ${status}`)
  const own = Object.entries(response.headers as Record<string, string>).filter(([name]) => !OWN.test(name))
  return { status, headers: Object.fromEntries(own), body }
}

/**
 * Where a bare server has its answers from: memory; our own components, rendered with their data given; or React alone,
 * which makes them of the elements that are read back from the page.
 */
export type BareWay = 'bytes' | 'components' | 'elements'

/** The other side of a ratio, in a process of its own: a bare `node:http` that gives the same answer as `url`. */
export async function startBare(way: BareWay, folder: string, url: string, answer: Answer): Promise<BareServer> {
  const file = join(folder, 'answer.json')
  const { pathname: address, origin } = new URL(url)
  await writeFile(file, JSON.stringify({ ...answer, address, body: answer.body.toString('base64') }))
  const script = new URL('./bare-server.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [script, way, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      BASE_URL: origin,
      DATA_DIR: folder,
      DATABASE_URL: `sqlite:${folder}/plenary.sqlite`,
      LOG_LEVEL: 'silent',
    },
  })
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  return {
    url: `http://127.0.0.1:${String(port).trim()}/`,
    pid: child.pid!,
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
