import { runSuite } from './test/run-suite.ts'

process.exitCode = await runSuite(process.argv.slice(2))
