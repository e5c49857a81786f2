import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { languageOptions } from './choices.ts'
import { invalid, refused } from './failed.server.ts'
import { OrganizerSide } from './organizer-side.tsx'
import { PageHead } from './page-head.tsx'
import { createEvent } from '#app/events/create-event.server.ts'
import { newEventSchema } from '#app/events/new-event-form.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireSeriesOrganizer } from '#app/http/guards.server.ts'
import { ChoiceField, CountryField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { zoneOptions } from '#app/ui/zone-options.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'work', section: 'organize' }

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('organize.newEvent') }))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { series, signedIn } = await requireSeriesOrganizer(request, context)
  if (series.length === 0) throw notFound()
  return { series, email: signedIn.email }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { series, signedIn } = await requireSeriesOrganizer(request, context)
  const form = await readForm(request)
  const parsed = parseForm(form, newEventSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const created = await createEvent(context.services.db, {
    form: parsed.value,
    seriesIds: series.map(({ id }) => id),
    contactEmail: signedIn.email,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!created.ok) return refused(form, created.refusals)
  return seeOther(context, `/organize/${created.value.slug}`)
}

export default function NewEvent() {
  const { series, email } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, language, now } = usePage()
  const zone = form.values.zone?.[0]
  return (
    <div className="main desk">
      <OrganizerSide mayCreate />
      <main id="main" tabIndex={-1}>
        <PageHead form={form} title={t('organize.newEvent')} lead={t('organize.newLead', { email })} />
        <form method="post">
          <Leaf id="what" title={t('organize.whatItIs')} isWide>
            {series.length === 1 ? (
              <p>
                <input type="hidden" name="seriesId" value={series[0]!.id} />
                {t('organize.inSeries')} <b>{series[0]!.name}</b>
              </p>
            ) : (
              <ChoiceField
                form={form}
                name="seriesId"
                legend={t('organize.series')}
                options={series.map(({ id, name, mark }) => ({
                  value: id,
                  label: (
                    <span data-series={seriesOf(mark)}>
                      <span className="kind">{name}</span>
                    </span>
                  ),
                }))}
              />
            )}
            <TextField
              form={form}
              name="title"
              label={t('organize.title')}
              hint={t('organize.titleHint')}
              maxLength={200}
            />
            <SelectField
              form={form}
              name="language"
              label={t('organize.textLanguage')}
              options={languageOptions(language)}
              defaultValue={language}
            />
            <TextArea
              form={form}
              name="summary"
              label={t('organize.summary')}
              hint={t('organize.summaryHint')}
              rows={3}
              maxLength={500}
              isOptional
            />
          </Leaf>
          <Leaf id="when" title={t('organize.whenAndWhere')} isWide>
            <div className="cols">
              <TextField form={form} name="startsOn" type="date" label={t('organize.firstDay')} />
              <TextField form={form} name="endsOn" type="date" label={t('organize.lastDay')} />
            </div>
            <SelectField
              form={form}
              name="zone"
              label={t('organize.zone')}
              hint={t('organize.zoneHint')}
              options={zoneOptions(now, zone)}
              blank={t('organize.choose')}
            />
            <ChoiceField
              form={form}
              name="format"
              legend={t('organize.format')}
              defaultValue="onsite"
              options={(['onsite', 'online', 'hybrid'] as const).map((value) => ({
                value,
                label: t(`organize.formats.${value}`),
              }))}
            />
            <div className="cols">
              <CountryField form={form} name="country" label={t('organize.country')} hint={t('organize.placeHint')} />
              <TextField
                form={form}
                name="city"
                label={t('organize.city')}
                hint={t('organize.placeHint')}
                maxLength={120}
              />
            </div>
            <TextField form={form} name="venue" label={t('organize.venue')} isOptional maxLength={200} />
          </Leaf>
          <Leaf id="how" title={t('organize.howPeopleJoin')} isWide>
            <ChoiceField
              form={form}
              name="admission"
              legend={t('organize.admission')}
              defaultValue="registration"
              options={(['registration', 'application', 'invitation', 'none'] as const).map((value) => ({
                value,
                label: t(`organize.admissions.${value}`),
                detail: t(`organize.admissionDetails.${value}`),
              }))}
            />
          </Leaf>
          <p className="row after">
            <button className="go">{t('organize.createDraft')}</button>{' '}
            <span className="hint">{t('organize.draftHint')}</span>
          </p>
        </form>
      </main>
    </div>
  )
}
