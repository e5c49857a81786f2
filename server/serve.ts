import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import type { Server } from 'node:http'
import { resolve } from 'node:path'
import { collectAtRest } from './collect-at-rest.ts'
import { ConfigError, readConfig, type Config } from '#app/config.server.ts'
import { seedDemonstrationIfEmpty } from '#app/jobs/seed-demonstration.server.ts'
import { startWorker } from '#app/jobs/worker.server.ts'
import { hasDemonstrationAccounts } from '#app/people/queries.server.ts'
import { createServices, type Services } from '#app/services.server.ts'
import { migrate } from '#db/migrate.ts'

/** How long requests and jobs under way may take when the process is told to stop, in milliseconds. */
const STOP_WITHIN = 10_000

/** Makes the HTTP front of an installation. */
type MakeFront = (services: Services) => Promise<Server>

/** Becomes the server: opens what the settings name, works on jobs, listens, and stops when told to. */
export async function serve(makeFront: MakeFront): Promise<void> {
  try {
    await run(makeFront)
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error)
    process.exit(1)
  }
}

async function run(makeFront: MakeFront): Promise<void> {
  const config = readConfig()
  await openFolder(config.dataDir)
  const services = await createServices(config)
  await openDatabase(services)
  const worker = config.workers === 'none' ? null : startWorker(services)
  const front = config.workers === 'only' ? null : await listen(services, makeFront)
  collectAtRest()
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

async function listen(services: Services, makeFront: MakeFront): Promise<Server> {
  const { config } = services
  const front = await makeFront(services)
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
