// Loaded by Vitest before every test file: what nobody expected fails the test it happened in.
import { afterEach, beforeEach } from 'vitest'
import { newestZones } from '#app/adapters/newest-zones.ts'
import { setZoneData } from '#app/values/zones/zone-registry.ts'
import { forgetConsole, unexpectedOnConsole, watchConsole } from './console.ts'
import { forgetConnections, unexpectedConnections, watchConnections } from './connections.ts'

export { expectConsoleError } from './console.ts'

// As `createServices` does it: what tests compute and what the application computes is the same.
setZoneData(newestZones((fault) => console.error(fault)).used)

watchConsole()
watchConnections()

beforeEach(() => {
  forgetConsole()
  forgetConnections()
})

afterEach(() => {
  const surprises = [...unexpectedOnConsole(), ...unexpectedConnections()]
  if (surprises.length > 0) throw new Error(surprises.join('\n'))
})
