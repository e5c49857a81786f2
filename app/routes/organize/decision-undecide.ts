import { deciding } from './decision-act.server.ts'
import { undecide } from '#app/applications/decisions/undecide.server.ts'

export const action = deciding('decisions', undecide)
