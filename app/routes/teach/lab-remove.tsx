import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { Frame } from './frame.tsx'
import { seatAsked } from './lab-asked.server.ts'
import { teachFrame } from './teach-frame.server.ts'
import { refused } from './answers.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { removeSeat } from '#app/participants/lab/remove-seat.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('lab.remove') }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, trackIds } = await seatAsked(request, context, params.event!, params.seat!)
  const frame = await teachFrame(context, { eventId: event.id, trackIds })
  return { frame, back: `/teach/${params.event}/lab/seats/${params.seat}` }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { seat, page } = await seatAsked(request, context, params.event!, params.seat!)
  const form = await readForm(request)
  const removed = await removeSeat(context.services.db, seat)
  return removed.ok ? seeOther(context, `${page}&removed`) : refused(form, removed.refusals)
}

export default function LabRemove() {
  const { frame, back } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t } = usePage()
  return (
    <Frame frame={frame}>
      <Confirm form={form} title={t('lab.removeTitle')} button={t('lab.remove')} back={back}>
        <p>{t('lab.removeLead')}</p>
      </Confirm>
    </Frame>
  )
}
