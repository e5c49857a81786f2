import type { MetaFunction } from '@remix-run/node'
import { deskMeta } from './desk.ts'
import { StepPage } from './step-page.tsx'
import { stepFrom, stepping } from './stepping.server.ts'
import { copyBroadcast } from '#app/broadcasts/copy-broadcast.server.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('broadcast.copy.title'))

export const loader = stepFrom(['draft', 'scheduled', 'sending', 'paused', 'done', 'cancelled'])

export const action = stepping(copyBroadcast)

export default function Copy() {
  return <StepPage step="copy" />
}
