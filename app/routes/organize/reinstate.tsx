import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeForm, toPreview } from './change-flow.server.ts'
import { ChangeForm } from './change-form.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDays } from '#app/values/dates.ts'
import { NO_ERRORS } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('standing.reinstate'))

export const loader = changeForm('reinstate')

export const action = toPreview('reinstate')

export default function Reinstate() {
  const { stored, typed, told, isPossible } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? { values: typed, errors: NO_ERRORS }
  const { slug, status, postponedAt, publishedAt, startsOn, endsOn } = useDesk()
  const { t, path, language } = usePage()
  const wasCancelled = status === 'cancelled' && publishedAt !== null
  const isCalledOff = wasCancelled || (status === 'published' && postponedAt !== null)
  return (
    <ChangeForm
      kind="reinstate"
      form={form}
      title={t('standing.reinstateTitle')}
      lead={t('standing.reinstateDate', { days: formatDays(startsOn, endsOn, language, { weekday: true }) })}
      why={isPossible ? null : t(isCalledOff ? 'standing.reinstateOver' : 'standing.reinstateBlocked')}
      told={told}
      languages={stored.languages}
      wasCancelled={wasCancelled}
    >
      {wasCancelled && (
        <Note is="warn">
          <p>{t('standing.reinstateSeats')}</p>
        </Note>
      )}
      {!wasCancelled && (
        <p>
          <a href={path(`/organize/${slug}/move`)}>{t('standing.toMove')}</a>
        </p>
      )}
    </ChangeForm>
  )
}
