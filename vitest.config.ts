import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const isDeep = process.env.PLENARY_TEST_DEEP === '1'

const PURE = 'tests/**/*.pure.test.{ts,tsx}'
const JOURNEYS = 'tests/journeys/**/*.test.{ts,tsx}'
const ALL = 'tests/**/*.test.{ts,tsx}'
const onDatabase = { include: [ALL], exclude: [PURE, JOURNEYS] }
const SQLITE = 'tests/support/databases/sqlite-of-the-run.ts'
const BUILD = 'tests/support/build-of-the-run.ts'
const MYSQL = 'tests/support/databases/mysql-of-the-run.ts'

// Remix's Vite plugin stays out: it rewrites routes for the browser, and tests want them as they are written.
export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    pool: 'forks',
    // Files that follow each other in a worker share its modules, whose loading would cost more than most tests: what
    // a module keeps is theirs to keep apart, and hooks stand in files of tests, or in functions that these call.
    isolate: false,
    // One more than there are cores: tests of payments and queues wait more than they compute. Each takes up to 600 MB.
    maxWorkers: Math.max(3, Math.min(availableParallelism() + 1, 6)),
    testTimeout: isDeep ? 600_000 : 20_000,
    hookTimeout: isDeep ? 600_000 : 60_000,
    setupFiles: ['tests/support/setup.ts'],
    projects: [
      { test: { name: 'pure', include: [PURE] } },
      { test: { name: 'sqlite', ...onDatabase, globalSetup: SQLITE } },
      { test: { name: 'mysql', ...onDatabase, globalSetup: MYSQL } },
      {
        test: {
          name: 'browser',
          include: [JOURNEYS],
          // PLENARY_JOURNEYS=mysql: the same journeys on MariaDB.
          globalSetup: [BUILD, process.env.PLENARY_JOURNEYS === 'mysql' ? MYSQL : SQLITE],
          testTimeout: isDeep ? 600_000 : 60_000,
        },
      },
    ],
  },
})
