import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CallPages } from './call-pages.tsx'
import { savingCall } from './call-saving.server.ts'
import { requireCall } from './call.server.ts'
import { deskMeta } from './desk.ts'
import { MomentField } from './moment-field.tsx'
import { PageHead } from './page-head.tsx'
import { sentRows } from './price-rows.tsx'
import { SavedMeanwhile } from './saved-meanwhile.tsx'
import { useCall } from './use-call.ts'
import { listWaves, saveWaves, seenWaves } from '#app/applications/calls/save-waves.server.ts'
import { MOST_WAVES, wavesSchema } from '#app/applications/calls/waves-form.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('call.pagesOf.waves'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireCall(request, context, params)
  const waves = await listWaves(context.services.db, call.id)
  return { waves, seen: seenWaves(waves) }
}

export const action = savingCall({
  schema: (_form, zone) => wavesSchema(zone),
  save: ({ db }, change) => saveWaves(db, change),
  to: (_saved, { slug }) => `${slug}/details/waves`,
})

const MORE = 2
const FEWEST = 3

export default function CallWaves() {
  const { waves, seen } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call, zone } = useCall()
  const { t, path } = usePage()
  const rows = Math.min(MOST_WAVES, Math.max(FEWEST, waves.length + MORE, sentRows(form, 'waves')))
  return (
    <>
      <PageHead form={form} area="call" title={t('call.pagesOf.waves')} lead={t('call.waves.lead', { zone })} />
      <CallPages />
      <form method="post">
        <SavedMeanwhile form={form} seen={seen} rows={[]} />
        {Array.from({ length: rows }, (_, at) => {
          const until = waves[at]?.answerUntilAt
          return (
            <fieldset key={at} className="field">
              <legend>{t('call.rows.waves', { number: at + 1 })}</legend>
              <div className="cols">
                <MomentField
                  form={form}
                  name={`waves[${at}].startsAt`}
                  label={t('call.fields.startsAt')}
                  at={waves[at]?.startsAt}
                  zone={zone}
                  isOptional
                />
                <MomentField
                  form={form}
                  name={`waves[${at}].answerUntilAt`}
                  label={t('call.fields.answerUntilAt')}
                  at={until && lastMinuteOf(until, zone)}
                  zone={zone}
                  isOptional
                />
              </div>
            </fieldset>
          )
        })}
        <p className="row after">
          <button className="go">{t('call.save')}</button>{' '}
          <a href={path(`/organize/${slug}/calls/${call.slug}/details`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
