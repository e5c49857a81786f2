import { runStep } from './steps/run-step.ts'
import { typecheck } from './steps/steps.ts'

process.exitCode = await runStep(typecheck, process.argv.slice(2))
