import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AdminPage } from './admin-page.tsx'
import { saving } from './save-answer.server.ts'
import { HOST_KINDS, hostSchema } from '#app/events/hosts/host-form.ts'
import { hostToEdit } from '#app/events/hosts/host-queries.server.ts'
import { saveHost } from '#app/events/hosts/save-host.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireAdministrator } from '#app/http/guards.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { CountryField, SelectField, TextField } from '#app/ui/fields.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireAdministrator(request, context)
  const host = params.id === 'new' ? null : await hostToEdit(context.services.db, params.id!)
  if (host === undefined) throw notFound()
  return { host }
}

export const action = saving('/admin/hosts', hostSchema, (db, { id, ...input }) =>
  saveHost(db, { ...input, hostId: id }),
)

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('series.hosts.edit') }))

export const handle = { shell: 'work', section: 'admin' }

export default function HostEdit() {
  const { host } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  return (
    <AdminPage before={<ErrorSummary form={form} />} title={t(host ? 'series.hosts.edit' : 'series.hosts.add')}>
      <form method="post" action={path(`/admin/hosts/${host?.id ?? 'new'}`)}>
        <TextField form={form} name="name" label={t('series.fields.name')} defaultValue={host?.name} maxLength={200} />
        <TextField
          form={form}
          name="slug"
          label={t('series.fields.slug')}
          hint={t('series.hints.slug')}
          defaultValue={host?.slug}
          dir="ltr"
          maxLength={60}
        />
        <SelectField
          form={form}
          name="kind"
          label={t('series.hosts.kind')}
          options={HOST_KINDS.map((value) => ({ value, label: t(`series.hosts.kinds.${value}`) }))}
          defaultValue={host?.kind ?? 'chapter'}
        />
        <CountryField
          form={form}
          name="country"
          label={t('series.hosts.country')}
          defaultValue={host?.country}
          isOptional
        />
        <TextField
          form={form}
          name="url"
          type="url"
          label={t('series.hosts.url')}
          defaultValue={host?.url}
          maxLength={500}
          isOptional
        />
        <p className="row after">
          <button className="go">{t('series.hosts.save')}</button>{' '}
          <a href={path('/admin/hosts')}>{t('series.hosts.back')}</a>
        </p>
      </form>
    </AdminPage>
  )
}
