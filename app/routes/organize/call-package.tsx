import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCall } from './call.server.ts'
import { deskMeta } from './desk.ts'
import { invalid, isGone, saveRefused } from './failed.server.ts'
import { PackageFields } from './package-fields.tsx'
import { PageHead } from './page-head.tsx'
import { useCall } from './use-call.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { listPackages } from '#app/scholarships/packages/list-packages.server.ts'
import { packageChoices } from '#app/scholarships/packages/package-choices.server.ts'
import { packageSchema } from '#app/scholarships/packages/package-form.ts'
import { savePackage } from '#app/scholarships/packages/save-package.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('award.packages.package'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call, event } = await requireCall(request, context, params)
  const { db } = context.services
  const language = context.language
  const shown = await packageChoices(db, { callId: call.id, eventId: event.id, language })
  if (params.package === 'new') return { pack: null, ...shown }
  const pack = (await listPackages(db, { callId: call.id, language })).find(({ id }) => id === params.package)
  if (!pack && !isGone(context)) throw notFound()
  return { pack: pack ?? null, ...shown }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { call, event, signedIn } = await requireCall(request, context, params)
  const form = await readForm(request)
  const parsed = parseForm(form, packageSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await savePackage(context.services.db, {
    eventId: event.id,
    callId: call.id,
    packageId: params.package === 'new' ? null : params.package!,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return saveRefused(context, form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/calls/${call.slug}/packages`)
}

export default function PackagePage() {
  const { pack, choices, tickets, languages } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call, currency } = useCall()
  const { t, path } = usePage()
  const base = path(`/organize/${slug}/calls/${call.slug}/packages`)
  return (
    <>
      <PageHead form={form} area="award" title={t(pack ? 'award.packages.edit' : 'award.packages.add')} />
      <form method="post" action={`${base}/${pack?.id ?? 'new'}`}>
        <PackageFields {...{ form, pack, choices, tickets, languages }} currency={currency ?? 'USD'} />
        <p className="row after">
          <button className="go">{t('award.packages.save')}</button> <a href={base}>{t('organize.back')}</a>
        </p>
      </form>
      {pack && (
        <p className="row after">
          <a href={`${base}/${pack.id}/remove`}>{t('award.packages.remove')}</a>
        </p>
      )}
    </>
  )
}
