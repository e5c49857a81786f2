import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { MaterialFields } from '#app/ui/material-fields.tsx'
import { PageHead } from './page-head.tsx'
import { keepUploads } from '#app/files/keep-uploads.server.ts'
import { fileOfToken } from '#app/files/upload.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { countAttempt } from '#app/people/count-attempt.server.ts'
import { addMaterial } from '#app/programme/sessions/add-material.server.ts'
import { findSession } from '#app/programme/sessions/find-session.server.ts'
import { materialSchema } from '#app/programme/sessions/material-form.ts'
import { listMaterials } from '#app/programme/sessions/materials.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { FileSize } from '#app/ui/file-size.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

/** How many files one person may add in an hour. */
const LIMIT = { limit: 200, windowMinutes: 60 }

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('session.materials.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'programme')
  const { db } = context.services
  const found = await findSession(db, { eventId: event.id, sessionId: params.session! })
  if (!found) throw notFound()
  return { id: params.session!, title: found.session.title, materials: await listMaterials(db, params.session!) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params.event!, 'programme')
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
  const added = await addMaterial(db, {
    eventId: event.id,
    sessionId: params.session!,
    form: typed,
    file: file === undefined ? null : fileOfToken(file),
    now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (added.ok) return seeOther(context, `/organize/${event.slug}/programme/sessions/${params.session!}/materials`)
  return refused(form, added.refusals)
}

export default function Materials() {
  const { id, title, materials } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  const session = path(`/organize/${slug}/programme/sessions/${id}`)
  return (
    <>
      <PageHead
        form={form}
        area="session"
        title={<bdi>{t('session.materials.of', { title })}</bdi>}
        lead={t('session.materials.lead')}
      />
      {materials.length === 0 ? (
        <Empty title={t('session.materials.none')} level="h2">
          <p>{t('session.materials.noneWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('session.materials.title')}>
          <thead>
            <tr>
              <th scope="col">{t('session.materials.name')}</th>
              <th scope="col">{t('session.materials.audience')}</th>
              <th scope="col">
                <span className="vh">{t('organize.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {materials.map((material) => (
              <tr key={material.id}>
                <th scope="row">
                  <a href={material.url ?? `${session}/materials/${material.id}`} className="any">
                    <bdi>{material.title}</bdi>
                  </a>{' '}
                  <FileSize bytes={material.byteCount} />
                </th>
                <td>{t(`session.materials.audiences.${material.audience}`)}</td>
                <td>
                  <a href={`${session}/materials/${material.id}/remove`}>
                    {t('organize.remove')}
                    <span className="vh"> {material.title}</span>
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <Leaf id="add" title={t('session.materials.add')}>
        <form method="post" encType="multipart/form-data" action={`${session}/materials`}>
          <MaterialFields form={form} />
          <p className="row after">
            <button className="go">{t('session.materials.save')}</button> <a href={session}>{t('organize.back')}</a>
          </p>
        </form>
      </Leaf>
    </>
  )
}
