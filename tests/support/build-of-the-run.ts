import { buildIfStale } from '../../bin/build/build-if-stale.ts'

/** Vitest's globalSetup of the journeys, which see what `npm start` serves. */
export default async function setUp(): Promise<void> {
  await buildIfStale()
}
