import type { ActionFunctionArgs } from '@remix-run/node'
import { moveFrom } from './question-move.server.ts'

export const action = (args: ActionFunctionArgs) => moveFrom(args, 1)
