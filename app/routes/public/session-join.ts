import type { ActionFunctionArgs } from '@remix-run/node'
import { backToSessions, change } from './seat-session.server.ts'
import { signUp } from '#app/registrations/sign-ups/sign-up.server.ts'

export const loader = backToSessions

export const action = (args: ActionFunctionArgs) => change(args, signUp, 'joined')
