import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changePreview, changing } from './change-flow.server.ts'
import { ChangePreview } from './change-preview.tsx'
import { deskMeta } from './desk.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('standing.preview.title'))

export const loader = changePreview('cancel')

export const action = changing('cancel')

export default function CancelPreview() {
  const preview = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return <ChangePreview kind="cancel" preview={preview} form={form} />
}
