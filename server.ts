import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

if (process.env.NODE_ENV === 'development') {
  const { develop } = await import('./server/develop.ts')
  await develop()
} else {
  const buildFolder = resolve(process.env.PLENARY_BUILD_DIR ?? 'build')
  const file = pathToFileURL(`${buildFolder}/server/start.js`).href
  const { start } = (await import(file)) as { start: (buildFolder: string) => Promise<void> }
  await start(buildFolder)
}
