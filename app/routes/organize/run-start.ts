import { runStep } from './run-step.server.ts'
import { startRun } from '#app/participants/runs/steer-run.server.ts'

export const action = runStep(startRun)
