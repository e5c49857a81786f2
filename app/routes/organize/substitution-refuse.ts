import type { ActionFunctionArgs } from '@remix-run/node'
import { decide } from './substitution-decide.server.ts'

export async function action(args: ActionFunctionArgs) {
  return await decide(args, false)
}
