import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { useDesk } from './desk.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'

/** Asks whether an award is meant to be given, dropped or closed, before it is. */
export function AwardSure({ step }: { step: 'handOver' | 'drop' | 'finish' }) {
  const { id, name } = useLoaderData<{ id: string; name: string }>()
  const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t(`award.${step}.title`)}
      button={t(`award.${step}.button`)}
      back={`/organize/${slug}/awards/${id}`}
    >
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      <p>{t(`award.${step}.lead`)}</p>
    </Confirm>
  )
}
