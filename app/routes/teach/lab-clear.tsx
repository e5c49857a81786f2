import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { Frame } from './frame.tsx'
import { labAsked } from './lab-asked.server.ts'
import { labDone } from './lab-done.server.ts'
import { teachFrame } from './teach-frame.server.ts'
import { clearSeats } from '#app/participants/lab/clear-seats.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('lab.clear') }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, trackIds, page } = await labAsked(request, context, params.event!)
  return { frame: await teachFrame(context, { eventId: event.id, trackIds }), page }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { lab, page } = await labAsked(request, context, params.event!)
  return labDone(context, await clearSeats(context.services.db, lab), () => `${page}&cleared`)
}

export default function LabClear() {
  const { frame, page } = useLoaderData<typeof loader>()
  const { t } = usePage()
  return (
    <Frame frame={frame}>
      <Confirm form={EMPTY_FORM} title={t('lab.clearTitle')} button={t('lab.clear')} back={page}>
        <p>{t('lab.clearLead')}</p>
      </Confirm>
    </Frame>
  )
}
