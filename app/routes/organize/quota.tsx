import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, isGone, saveRefused } from './failed.server.ts'
import { MadeUp } from './made-up.tsx'
import { Seen } from './seen.tsx'
import { PageHead } from './page-head.tsx'
import { listTracks } from '#app/events/editing-queries.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listQuotas } from '#app/registrations/offer/queries.server.ts'
import { quotaSchema } from '#app/registrations/offer/quota-form.ts'
import { listQuotaUse } from '#app/registrations/offer/quota-use.server.ts'
import { saveQuota, seenOfQuota } from '#app/registrations/offer/save-quota.server.ts'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { Seats } from '#app/ui/seats.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.quota'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const [quotas, tracks, uses] = await Promise.all([
    listQuotas(db, event.id),
    listTracks(db, event.id, context.language),
    listQuotaUse(db, event.id),
  ])
  const quota = quotas.find(({ id }) => id === params.quota) ?? null
  if (!quota && params.quota !== 'new' && !isGone(context)) throw notFound()
  return { quota, tracks, use: quota ? uses[quota.id] : undefined, seen: quota ? seenOfQuota(quota) : '' }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const parsed = parseForm(form, quotaSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveQuota(context.services.db, {
    eventId: event.id,
    quotaId: params.quota === 'new' ? null : params.quota!,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return saveRefused(context, form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/tickets`)
}

export default function Quota() {
  const { quota, tracks, use, seen } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <PageHead form={form} title={quota ? t('organize.editQuota') : t('organize.addQuota')} />
      {quota && (
        <Seats size={quota.size} taken={quota.taken}>
          {t('organize.takenOf', { taken: quota.taken, size: quota.size })}
          <MadeUp use={use} />
        </Seats>
      )}
      <form method="post" action={path(`/organize/${slug}/seats/${quota?.id ?? 'new'}`)}>
        <Seen form={form} seen={seen} />
        <TextField
          form={form}
          name="name"
          label={t('organize.quotaName')}
          hint={t('organize.quotaNameHint')}
          defaultValue={quota?.name}
          maxLength={120}
        />
        <TextField
          form={form}
          name="size"
          type="number"
          label={t('organize.size')}
          hint={t('organize.sizeHint')}
          defaultValue={quota?.size}
        />
        <TextField
          form={form}
          name="overBy"
          type="number"
          label={t('offer.overBy')}
          hint={t('offer.overByHint')}
          defaultValue={quota?.overBy ?? 0}
        />
        {tracks.length > 0 && (
          <SelectField
            form={form}
            name="trackId"
            label={t('organize.ofTrack')}
            blank={t('organize.wholeEvent')}
            options={tracks.map(({ id, code, title }) => ({ value: id, label: `${code}: ${title}` }))}
            defaultValue={quota?.trackId}
            isOptional
          />
        )}
        <p className="row after">
          <button className="go">{t('organize.saveQuota')}</button>{' '}
          <a href={path(`/organize/${slug}/tickets`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
