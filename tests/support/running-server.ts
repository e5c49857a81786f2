import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface RunningServer {
  url: string
  folder: string
  process: ChildProcess
  /** From spawning to the first 200 of /readyz, in milliseconds. */
  readyAfter: number
  /** Resident memory of the process that listens, in megabytes (Linux; NaN elsewhere). */
  memory(): Promise<number>
  /** Ends the process; the folder with its database stays. */
  stop(): Promise<void>
  remove(): Promise<void>
}

/** A server in a process of its own, on a free port, with a database in a temporary folder, ready to serve. */
export async function startServer(
  command: string[],
  environment: Record<string, string> = {},
  folder?: string,
): Promise<RunningServer> {
  const home = folder ?? (await mkdtemp(join(tmpdir(), 'plenary-server-')))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn(command[0]!, command.slice(1), {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      BASE_URL: url,
      DATA_DIR: home,
      DATABASE_URL: `sqlite:${home}/plenary.sqlite`,
      LOG_LEVEL: 'silent',
      ...environment,
    },
  })
  await untilReady(url, child)
  const readyAfter = performance.now() - began
  return {
    url,
    folder: home,
    process: child,
    readyAfter,
    memory: () => residentMegabytes(port),
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
    remove: () => rm(home, { recursive: true, force: true }),
  }
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (let waited = 0; waited < 120_000; waited += 10) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.status === 200) return
    await sleep(10)
  }
  throw new Error('the server was not ready within two minutes')
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

/** Finds the process by its socket: `npm start` is a small tree of processes, of which one listens. */
async function residentMegabytes(port: number): Promise<number> {
  try {
    const { readdir, readlink } = await import('node:fs/promises')
    const sockets = new Set<string>()
    for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
      for (const line of (await readFile(table, 'utf8')).split('\n').slice(1)) {
        const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/)
        if (state === '0A' && Number.parseInt(local.split(':')[1] ?? '', 16) === port) sockets.add(`socket:[${inode}]`)
      }
    }
    for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
      const handles = await readdir(`/proc/${pid}/fd`).catch(() => [])
      const links = await Promise.all(handles.map((handle) => readlink(`/proc/${pid}/fd/${handle}`).catch(() => '')))
      if (!links.some((link) => sockets.has(link))) continue
      const kilobytes = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]
      return Number(kilobytes) / 1024
    }
  } catch {
    // Not Linux.
  }
  return Number.NaN
}
