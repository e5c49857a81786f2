import { mkdir } from 'node:fs/promises'
import type { ServerBuild } from '@remix-run/node'
import { createApp } from '#app/http/app.server.ts'
import { createFront } from '#app/http/front.server.ts'
import { ConfigError, readConfig } from '#app/config.server.ts'
import { createServices } from '#app/services.server.ts'
import { migrate } from '#db/migrate.ts'

try {
  await serve()
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function serve(): Promise<void> {
  const config = readConfig()
  await mkdir(config.dataDir, { recursive: true })
  const services = createServices(config)
  await migrate(services.db)
  const build = (await import(new URL('./build/server/index.js', import.meta.url).href)) as ServerBuild
  const front = createFront(createApp(services, build, 'production'), config)
  front.listen(config.port, () => console.log(`Plenary is at ${config.baseUrl}`))
}
