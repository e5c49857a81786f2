import { runStep } from './steps/run-step.ts'
import { lint } from './steps/steps.ts'

process.exitCode = await runStep(lint, process.argv.slice(2))
