import { buildIfStale } from './build/build-if-stale.ts'

try {
  await buildIfStale()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
