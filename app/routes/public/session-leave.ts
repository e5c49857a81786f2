import type { ActionFunctionArgs } from '@remix-run/node'
import { backToSessions, change } from './seat-session.server.ts'
import { leaveSession } from '#app/registrations/sign-ups/leave-session.server.ts'

export const loader = backToSessions

export const action = (args: ActionFunctionArgs) => change(args, leaveSession, 'left')
