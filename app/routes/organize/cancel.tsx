import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeForm, toPreview } from './change-flow.server.ts'
import { ChangeForm } from './change-form.tsx'
import { deskMeta } from './desk.ts'
import { usePage } from '#app/ui/use-page.ts'
import { NO_ERRORS } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.cancel'))

export const loader = changeForm('cancel')

export const action = toPreview('cancel')

export default function Cancel() {
  const { stored, typed, told, isPossible } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? { values: typed, errors: NO_ERRORS }
  const { t } = usePage()
  return (
    <ChangeForm
      kind="cancel"
      form={form}
      title={t('organize.cancelTitle')}
      lead={t('organize.cancelPublic')}
      why={isPossible ? null : t('organize.notPublished')}
      told={told}
      languages={stored.languages}
    />
  )
}
