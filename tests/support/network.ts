import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll } from 'vitest'

/**
 * Answers requests in place of the world, in one file: `network.use(http.get('https://api.example/…', …))`, for one test.
 * What it has no answer for goes on, and tests/support/connections.ts refuses it if it would leave this machine.
 */
export function withNetwork(): ReturnType<typeof setupServer> {
  const network = setupServer()
  beforeAll(() => network.listen({ onUnhandledFrame: 'bypass' }))
  afterEach(() => network.resetHandlers())
  afterAll(() => network.close())
  return network
}
