import { runStep } from './steps/run-step.ts'
import { format } from './steps/steps.ts'

// Writes; `npm run format -- --check` only tells.
process.exitCode = await runStep(format, process.argv.slice(2))
