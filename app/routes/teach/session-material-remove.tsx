import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refused } from './answers.server.ts'
import { Confirm } from './confirm.tsx'
import { Frame } from './frame.tsx'
import { requireTaughtSession } from './taught-session.server.ts'
import { teachFrame } from './teach-frame.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { findMaterial } from '#app/programme/sessions/materials.server.ts'
import { removeMaterial } from '#app/programme/sessions/remove-material.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('session.materials.removeTitle') }))

export async function loader(args: LoaderFunctionArgs) {
  const { event, trackIds, change } = await requireTaughtSession(args)
  const { context, params } = args
  const { eventId, sessionId } = change
  const asked = { eventId, sessionId, materialId: params.material!, audience: 'instructors' as const }
  const [frame, material] = await Promise.all([
    teachFrame(context, { eventId: event.id, trackIds }),
    findMaterial(context.services.db, asked),
  ])
  if (!material) throw notFound()
  return { frame, title: material.title, back: `/teach/${event.slug}/sessions/${sessionId}/materials` }
}

export async function action(args: ActionFunctionArgs) {
  const { event, change } = await requireTaughtSession(args)
  const form = await readForm(args.request)
  const removed = await removeMaterial(args.context.services.db, { ...change, materialId: args.params.material! })
  // Whoever removes what somebody else removed a moment ago has what they wanted.
  if (!removed.ok && !removed.refusals.some(({ code }) => code === 'gone')) return refused(form, removed.refusals)
  return seeOther(args.context, `/teach/${event.slug}/sessions/${change.sessionId}/materials`)
}

export default function Remove() {
  const { frame, title, back } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t } = usePage()
  return (
    <Frame frame={frame}>
      <Confirm
        form={form}
        title={t('session.materials.removeTitle')}
        button={t('session.materials.removeButton')}
        back={back}
      >
        <p>
          <b>
            <bdi>{title}</bdi>
          </b>
        </p>
        <p>{t('session.materials.removeLead')}</p>
      </Confirm>
    </Frame>
  )
}
