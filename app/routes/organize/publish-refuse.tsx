import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { answering, loadRequest } from './publish-answer.server.ts'
import { PublishAnswer } from './publish-answer.tsx'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('publishing.refuse'))

export const loader = loadRequest

export const action = answering(false)

export default function RefuseToPublish() {
  const { asked } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return <PublishAnswer request={asked} form={form} is="refuse" />
}
