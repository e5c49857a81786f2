import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { findProgrammeFile } from '#app/programme/import/preview-import.server.ts'
import { previewUndo, undoImport } from '#app/programme/import/undo-import.server.ts'
import { isolate } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('release.undo.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'programme')
  const { db } = context.services
  const file = await findProgrammeFile(db, event.id, params.import!)
  if (!file) throw notFound()
  const undo = await previewUndo(db, { eventId: event.id, fileId: file.id })
  return { fileId: file.id, name: file.name, undo }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params.event!, 'programme')
  const { db } = context.services
  const file = await findProgrammeFile(db, event.id, params.import!)
  if (!file) throw notFound()
  const form = await readForm(request)
  const undone = await undoImport(db, {
    eventId: event.id,
    fileId: file.id,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!undone.ok) return refused(form, undone.refusals)
  return seeOther(context, `/organize/${event.slug}/programme/import/${file.id}`)
}

export default function ProgrammeImportUndo() {
  const { fileId, name, undo } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('release.undo.title')}
      button={t('release.undo.button')}
      back={`/organize/${slug}/programme/import/${fileId}`}
      isBlocked={typeof undo === 'string'}
    >
      <p>
        <b>{isolate(name)}</b>
      </p>
      {typeof undo === 'string' ? (
        <p>{t(`refusal.${undo}`)}</p>
      ) : (
        <>
          <p>{t('release.undo.lead')}</p>
          <ul>
            {(['added', 'changed', 'removed'] as const).map((name) =>
              undo[name] > 0 ? <li key={name}>{t(`release.undo.${name}`, { count: undo[name] })}</li> : null,
            )}
          </ul>
        </>
      )}
    </Confirm>
  )
}
