import { runStep } from './run-step.server.ts'
import { goOn } from '#app/participants/runs/steer-run.server.ts'

export const action = runStep(goOn)
