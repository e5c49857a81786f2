import type { MetaFunction } from '@remix-run/node'
import { deskMeta } from './desk.ts'
import { StepPage } from './step-page.tsx'
import { stepFrom, stepping } from './stepping.server.ts'
import { resumeBroadcast } from '#app/broadcasts/resume-broadcast.server.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('broadcast.resume.title'))

export const loader = stepFrom(['paused'])

export const action = stepping(resumeBroadcast)

export default function Resume() {
  return <StepPage step="resume" />
}
