import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeForm, toPreview } from './change-flow.server.ts'
import { ChangeForm } from './change-form.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { MoveFields } from './move-fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { NO_ERRORS } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('standing.move'))

export const loader = changeForm('move')

export const action = toPreview('move')

export default function MoveEvent() {
  const { stored, typed, told, isPossible } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? { values: typed, errors: NO_ERRORS }
  const { postponedAt } = useDesk()
  const { t } = usePage()
  return (
    <ChangeForm
      kind="move"
      form={form}
      title={t('standing.moveTitle')}
      lead={t(postponedAt === null ? 'standing.moveLead' : 'standing.newDateEnds')}
      why={isPossible ? null : t('organize.notPublished')}
      told={told}
      languages={stored.languages}
    >
      <MoveFields form={form} facts={stored.facts} hasSessions={stored.hasSessions} />
    </ChangeForm>
  )
}
