import type { MetaFunction } from '@remix-run/node'
import { deskMeta } from './desk.ts'
import { StepPage } from './step-page.tsx'
import { stepFrom, stepping } from './stepping.server.ts'
import { pauseBroadcast } from '#app/broadcasts/pause-broadcast.server.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('broadcast.pause.title'))

export const loader = stepFrom(['scheduled', 'sending'])

export const action = stepping(pauseBroadcast)

export default function Pause() {
  return <StepPage step="pause" />
}
