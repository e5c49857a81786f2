import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, refused } from './answers.server.ts'
import { FormHead } from './form-head.tsx'
import { Frame } from './frame.tsx'
import { MaterialsTable } from './materials-table.tsx'
import { requireTaughtSession } from './taught-session.server.ts'
import { teachFrame } from './teach-frame.server.ts'
import { keepUploads } from '#app/files/keep-uploads.server.ts'
import { fileOfToken } from '#app/files/upload.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { countAttempt } from '#app/people/count-attempt.server.ts'
import { addMaterial } from '#app/programme/sessions/add-material.server.ts'
import { materialSchema } from '#app/programme/sessions/material-form.ts'
import { listMaterials } from '#app/programme/sessions/materials.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { MaterialFields } from '#app/ui/material-fields.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

/** How many files one person may add in an hour. */
const LIMIT = { limit: 200, windowMinutes: 60 }

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('session.materials.of', { title: args.data?.title ?? '' }) }))

export async function loader(args: LoaderFunctionArgs) {
  const { event, trackIds, title } = await requireTaughtSession(args)
  const { context, params } = args
  const [frame, materials] = await Promise.all([
    teachFrame(context, { eventId: event.id, trackIds }),
    listMaterials(context.services.db, params.session!),
  ])
  return { frame, id: params.session!, title, materials }
}

export async function action(args: ActionFunctionArgs) {
  const { event, signedIn, change } = await requireTaughtSession(args)
  const { request, context } = args
  const { services, now } = context
  const { db, config } = services
  const bucket = `materials-by:${signedIn.accountId}`
  const { form, refusals } = await keepUploads(db, await readForm(request, { files: true }), {
    mayTake: () => countAttempt(db, { bucket, ...LIMIT, now }),
    secret: config.secret,
    eventId: event.id,
    now,
    purposeOf: (field) => (field === 'file' ? 'material' : null),
  })
  const parsed = parseForm(form, materialSchema, refusals)
  if (!parsed.ok) return invalid(parsed.form)
  const { file, ...typed } = parsed.value
  const added = await addMaterial(db, { ...change, form: typed, file: file === undefined ? null : fileOfToken(file) })
  if (!added.ok) return refused(form, added.refusals)
  return seeOther(context, `/teach/${event.slug}/sessions/${change.sessionId}/materials`)
}

/** What people take home from a session: files and links in their order, and a form for one more. */
export default function Materials() {
  const { frame, id, title, materials } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  const base = path(`/teach/${frame.event.slug}/sessions/${id}/materials`)
  const labels = {
    file: t('session.materials.file'),
    url: t('session.materials.link'),
    title: t('session.materials.name'),
    audience: t('session.materials.audience'),
  }
  return (
    <Frame frame={frame}>
      <FormHead
        form={form}
        title={<bdi>{t('session.materials.of', { title })}</bdi>}
        lead={t('session.materials.lead')}
        labels={labels}
      />
      {materials.length === 0 ? (
        <Empty title={t('session.materials.none')} level="h2">
          <p>{t('session.materials.noneWhy')}</p>
        </Empty>
      ) : (
        <MaterialsTable base={base} materials={materials} />
      )}
      <Leaf id="add" title={t('session.materials.add')}>
        <form method="post" encType="multipart/form-data" action={base}>
          <MaterialFields form={form} />
          <p className="row after">
            <button className="go">{t('session.materials.save')}</button>{' '}
            <a href={path(`/teach/${frame.event.slug}/sessions`)}>{t('organize.back')}</a>
          </p>
        </form>
      </Leaf>
    </Frame>
  )
}
