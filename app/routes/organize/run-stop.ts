import { runStep } from './run-step.server.ts'
import { stopRun } from '#app/participants/runs/steer-run.server.ts'

export const action = runStep(stopRun)
