import type { MetaFunction } from '@remix-run/node'
import { deskMeta } from './desk.ts'
import { StepPage } from './step-page.tsx'
import { stepFrom, stepping } from './stepping.server.ts'
import { removeBroadcast } from '#app/broadcasts/remove-broadcast.server.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('broadcast.remove.title'))

export const loader = stepFrom(['draft'])

export const action = stepping(removeBroadcast, 'list')

export default function Remove() {
  return <StepPage step="remove" />
}
