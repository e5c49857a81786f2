import type { ActionFunctionArgs } from '@remix-run/node'
import { moveFrom } from './survey-question-move.server.ts'

export const action = (args: ActionFunctionArgs) => moveFrom(args, 1)
