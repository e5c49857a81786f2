import { buildIfStale } from '../build/build-if-stale.ts'
import { stopWithRunner } from './stop-with-runner.ts'

/** Builds when asked to, then becomes the server: same process, so that signals reach it. */
export async function serve({ needsBuild }: { needsBuild: boolean }): Promise<void> {
  stopWithRunner()
  if (needsBuild) await buildOrExit()
  await import(new URL('../../server.ts', import.meta.url).href)
}

async function buildOrExit(): Promise<void> {
  try {
    await buildIfStale()
  } catch (error) {
    console.error((error as Error).message)
    process.exit(1)
  }
}
