import { runStep } from './run-step.server.ts'
import { discardRun } from '#app/participants/runs/steer-run.server.ts'

export const action = runStep(discardRun)
