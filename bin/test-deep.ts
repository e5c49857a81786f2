import { runSuite } from './test/run-suite.ts'

// Read by the tests, which then take bigger numbers.
process.env.PLENARY_TEST_DEEP = '1'
process.exitCode = await runSuite(process.argv.slice(2))
