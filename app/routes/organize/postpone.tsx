import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeForm, toPreview } from './change-flow.server.ts'
import { ChangeForm } from './change-form.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { usePage } from '#app/ui/use-page.ts'
import { NO_ERRORS } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('standing.postpone'))

export const loader = changeForm('postpone')

export const action = toPreview('postpone')

export default function Postpone() {
  const { stored, typed, told, isPossible } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? { values: typed, errors: NO_ERRORS }
  const { slug, status, postponedAt } = useDesk()
  const { t, path } = usePage()
  const why =
    status !== 'published'
      ? t('organize.notPublished')
      : postponedAt !== null
        ? t('standing.postponeBlocked')
        : t('standing.reinstateOver')
  return (
    <ChangeForm
      kind="postpone"
      form={form}
      title={t('standing.postponeTitle')}
      lead={t('standing.postponeLead')}
      why={isPossible ? null : why}
      told={told}
      languages={stored.languages}
    >
      <p>
        <a href={path(`/organize/${slug}/move`)}>{t('standing.toMove')}</a>
      </p>
    </ChangeForm>
  )
}
