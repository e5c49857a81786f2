import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AdminPage } from './admin-page.tsx'
import { saving } from './save-answer.server.ts'
import { listHostChoices } from '#app/events/editing-queries.server.ts'
import { saveSeries } from '#app/events/series/save-series.server.ts'
import { SERIES_MARKS, seriesSchema } from '#app/events/series/series-form.ts'
import { seriesToEdit } from '#app/events/series/series-queries.server.ts'
import { TEXT_LANGUAGES } from '#app/events/text-languages.ts'
import { notFound } from '#app/http/answers.ts'
import { requireAdministrator } from '#app/http/guards.server.ts'
import { isKey } from '#app/locales/translate.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { CheckField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { languageName } from '#app/values/dates.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireAdministrator(request, context)
  const { db } = context.services
  const [series, hosts] = await Promise.all([
    params.id === 'new' ? null : seriesToEdit(db, params.id!),
    listHostChoices(db),
  ])
  if (series === undefined) throw notFound()
  const wanted = new URL(request.url).searchParams.get('text') ?? 'en'
  return { series, hosts, text: TEXT_LANGUAGES.includes(wanted) ? wanted : 'en' }
}

export const action = saving('/admin/series', seriesSchema, (db, { id, ...input }) =>
  saveSeries(db, { ...input, seriesId: id }),
)

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('series.edit') }))

export const handle = { shell: 'work', section: 'admin' }

export default function SeriesEdit() {
  const { series, hosts, text } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, language, path } = usePage()
  const words = series?.texts.find((one) => one.language === text)
  const labelOf = (name: string) => {
    const key = `series.fields.${name}`
    return isKey(key) ? t(key) : undefined
  }
  const field = (name: 'name' | 'shortName' | 'kind' | 'summary', maxLength: number) => ({
    form,
    name,
    maxLength,
    label: t(`series.fields.${name}`),
    defaultValue: words?.[name],
    lang: text,
  })
  const address = `/admin/series/${series?.id ?? 'new'}`
  return (
    <AdminPage before={<ErrorSummary form={form} labelOf={labelOf} />} title={t(series ? 'series.edit' : 'series.add')}>
      {series && (
        <form className="row filt" action={path(address)}>
          <div>
            <label htmlFor="text">{t('organize.textIn')}</label>
            <select id="text" name="text" defaultValue={text}>
              {TEXT_LANGUAGES.map((code) => (
                <option key={code} value={code}>
                  {languageName(code, language)}
                </option>
              ))}
            </select>
          </div>
          <button>{t('organize.show')}</button>
        </form>
      )}
      <form method="post" action={path(`${address}?text=${text}`)}>
        <input type="hidden" name="textLanguage" value={text} />
        <TextField {...field('name', 120)} />
        <TextField {...field('shortName', 60)} />
        <TextField {...field('kind', 120)} hint={t('series.hints.kind')} />
        <TextArea {...field('summary', 1000)} rows={3} isOptional />
        {series ? (
          <input type="hidden" name="slug" value={series.slug} />
        ) : (
          <TextField
            form={form}
            name="slug"
            label={t('series.fields.slug')}
            hint={t('series.hints.slug')}
            dir="ltr"
            maxLength={60}
          />
        )}
        <SelectField
          form={form}
          name="mark"
          label={t('series.fields.mark')}
          options={SERIES_MARKS.map((value) => ({ value, label: t(`series.marks.${value}`) }))}
          defaultValue={series?.mark ?? 'plain'}
        />
        <TextField
          form={form}
          name="position"
          type="number"
          label={t('series.fields.position')}
          hint={t('series.hints.position')}
          defaultValue={String(series?.position ?? 10)}
        />
        <SelectField
          form={form}
          name="hostId"
          label={t('series.fields.hostId')}
          hint={t('series.hints.hostId')}
          blank={t('series.anyHost')}
          options={hosts.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={series?.hostId}
          isOptional
        />
        <CheckField
          form={form}
          name="needsReview"
          label={t('series.fields.needsReview')}
          defaultValue={series?.needsReview === 1 ? 'on' : ''}
        />
        <p className="row after">
          <button className="go">{t('series.save')}</button> <a href={path('/admin/series')}>{t('series.back')}</a>
        </p>
      </form>
    </AdminPage>
  )
}
