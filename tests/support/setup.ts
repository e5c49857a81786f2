// Loaded by Vitest before every test file: what nobody expected fails the test it happened in.
import { afterEach, beforeEach } from 'vitest'
import { forgetConsole, unexpectedOnConsole, watchConsole } from './console.ts'
import { forgetConnections, unexpectedConnections, watchConnections } from './connections.ts'

export { expectConsoleError } from './console.ts'

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
