import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import type { Server } from 'node:http'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { ConfigError, readConfig, type Config } from '#app/config.server.ts'
import { createApp } from '#app/http/app.server.ts'
import { createFront } from '#app/http/front.server.ts'
import { readStaticFiles } from '#app/http/static-files.ts'
import { seedDemonstrationIfEmpty } from '#app/jobs/seed-demonstration.server.ts'
import { startWorker } from '#app/jobs/worker.server.ts'
import { hasDemonstrationAccounts } from '#app/people/queries.server.ts'
import { createServices, type Services } from '#app/services.server.ts'
import { migrate } from '#db/migrate.ts'

/** How long requests and jobs under way may take when the process is told to stop, in milliseconds. */
const STOP_WITHIN = 10_000

const buildFolder = resolve(process.env.PLENARY_BUILD_DIR ?? 'build')
const isDevelopment = process.env.NODE_ENV === 'development'

try {
  await run()
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exit(1)
}

async function run(): Promise<void> {
  const config = readConfig()
  await openFolder(config.dataDir)
  const services = createServices(config)
  await openDatabase(services)
  const worker = config.workers === 'none' ? null : startWorker(services)
  const front = config.workers === 'only' ? null : await listen(services)
  stopOnSignal(async () => {
    const closed = front && new Promise((done) => front.close(done))
    front?.closeIdleConnections()
    await Promise.all([closed, worker?.stop()])
    await services.mailer.close()
    await services.db.destroy()
  })
}

async function openFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
  } catch {
    throw new ConfigError(`DATA_DIR: the folder ${resolve(folder)} cannot be written.`)
  }
}

async function openDatabase(services: Services): Promise<void> {
  const { config, db } = services
  try {
    await migrate(db)
  } catch (error) {
    const where = config.databaseUrl.replace(/\/\/.*@/, '//…@')
    throw new ConfigError(`DATABASE_URL: the database ${where} cannot be opened: ${(error as Error).message}`)
  }
  if (config.mode === 'demo') {
    await seedDemonstrationIfEmpty(services)
  } else if (await hasDemonstrationAccounts(db)) {
    throw new ConfigError('PLENARY_MODE: this database holds demonstration accounts and cannot serve production.')
  }
}

async function listen(services: Services): Promise<Server> {
  const { config } = services
  const front = isDevelopment ? await developmentFront(services) : await builtFront(services)
  await new Promise<void>((done, fail) => {
    front.once('error', (error: NodeJS.ErrnoException) => fail(listenError(error, config.port)))
    front.listen(config.port, done)
  })
  console.log(`Plenary is at ${config.baseUrl}`)
  if (config.mode === 'demo')
    console.log(`Sign in with one click, as anybody of the demonstration: ${config.baseUrl}/signin`)
  return front
}

function listenError(error: NodeJS.ErrnoException, port: Config['port']): Error {
  if (error.code === 'EADDRINUSE') return new ConfigError(`PORT: something else is listening on ${port} already.`)
  if (error.code === 'EACCES') return new ConfigError(`PORT: ${port} may not be opened by this user.`)
  return error
}

async function builtFront(services: Services): Promise<Server> {
  const build = (await import(pathToFileURL(`${buildFolder}/server/index.js`).href)) as ServerBuild
  return createFront(createApp(services, build, 'production'), services, await readStaticFiles(`${buildFolder}/client`))
}

/** Pages are compiled when they are asked for; Vite serves the stylesheet. */
async function developmentFront(services: Services): Promise<Server> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    configFile: 'remix.config.js',
    server: { middlewareMode: true },
    appType: 'custom',
  })
  const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
  return createFront(createApp(services, build, 'development'), services, new Map(), vite.middlewares)
}

function stopOnSignal(stop: () => Promise<void>): void {
  const once = () => {
    setTimeout(() => process.exit(1), STOP_WITHIN).unref()
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', once)
  process.once('SIGINT', once)
}
