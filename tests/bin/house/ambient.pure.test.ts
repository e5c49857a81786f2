import { expect, test } from 'vitest'
import { mayReadClock, mayReadEnvironment } from '../../../bin/house/ambient.ts'

test('one file of the app reads the clock; the environment is read by the configuration, and where its build lies by the process', () => {
  expect(
    ['app/adapters/clock.ts', 'app/config.server.ts', 'app/events/publish.server.ts', 'server.ts'].filter(mayReadClock),
  ).toEqual(['app/adapters/clock.ts'])
  expect(
    ['app/adapters/clock.ts', 'app/config.server.ts', 'app/routes.ts', 'server.ts'].filter(mayReadEnvironment),
  ).toEqual(['app/config.server.ts', 'server.ts'])
})
