import type { MetaFunction } from '@remix-run/node'
import { deskMeta } from './desk.ts'
import { StepPage } from './step-page.tsx'
import { stepFrom, stepping } from './stepping.server.ts'
import { cancelBroadcast } from '#app/broadcasts/cancel-broadcast.server.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('broadcast.cancel.title'))

export const loader = stepFrom(['scheduled', 'sending', 'paused', 'done'])

export const action = stepping(cancelBroadcast)

export default function Cancel() {
  return <StepPage step="cancel" />
}
