import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { useDesk } from './desk.ts'
import type { stepFrom, stepping } from './stepping.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

/** The page that asks before a step with a message is taken. */
export function StepPage({ step }: { step: 'pause' | 'resume' | 'cancel' | 'remove' | 'copy' }) {
  const { id, name, left, isPossible } = useLoaderData<ReturnType<typeof stepFrom>>()
  const form = useActionData<ReturnType<typeof stepping>>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t(`broadcast.${step}.title`)}
      button={t(`broadcast.${step}.button`)}
      back={`/organize/${slug}/messages/${id}`}
      isBlocked={!isPossible}
    >
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      <p>{isPossible ? t(`broadcast.${step}.lead`, { count: left }) : t('broadcast.notNow')}</p>
    </Confirm>
  )
}
