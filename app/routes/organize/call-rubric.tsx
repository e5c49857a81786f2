import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireCall } from './call.server.ts'
import { deskMeta } from './desk.ts'
import { MoveButtons } from './move-buttons.tsx'
import { useCall } from './use-call.ts'
import { isScored, listCriteria } from '#app/applications/calls/list-criteria.server.ts'
import { namedCategories, weightOf, weightShare } from '#app/applications/calls/weight-shares.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('call.tabs.rubric'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireCall(request, context, params)
  const { db } = context.services
  const [criteria, scored] = await Promise.all([listCriteria(db, call.id, context.language), isScored(db, call.id)])
  return { criteria, scored }
}

export default function CallRubric() {
  const { criteria, scored } = useLoaderData<typeof loader>()
  const { slug, call } = useCall()
  const { t, path, language } = usePage()
  const base = path(`/organize/${slug}/calls/${call.slug}`)
  const categories = namedCategories(criteria)
  const percent = (share: number | null) =>
    share === null
      ? '–'
      : new Intl.NumberFormat(`${language}-u-nu-latn`, { style: 'percent', maximumFractionDigits: 1 }).format(
          share / 100,
        )
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('call.tabs.rubric')}</h1>
          <p className="mute">{t('call.rubric.lead')}</p>
        </div>
        {!scored && (
          <a className="btn go" href={`${base}/rubric/new`}>
            {t('call.rubric.add')}
          </a>
        )}
      </div>
      {scored && (
        <Note>
          <p>{t('call.rubric.scored')}</p>
        </Note>
      )}
      {criteria.length === 0 ? (
        <Empty title={t('call.rubric.none')} level="h2">
          <p>{t('call.rubric.noneWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('call.tabs.rubric')}>
          <thead>
            <tr>
              <th scope="col">{t('call.rubric.criterion')}</th>
              <th scope="col" className="num">
                {t('call.rubric.scores')}
              </th>
              {categories.map((category) => (
                <th key={category} scope="col" className="num">
                  {t(`call.categories.${category === '' ? 'everybody' : category}`)}
                </th>
              ))}
              <th scope="col">
                <span className="vh">{t('call.order')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {criteria.map((criterion, at) => (
              <tr key={criterion.id}>
                <th scope="row">
                  <a href={`${base}/rubric/${criterion.id}`}>
                    <bdi lang={criterion.textLanguage}>{criterion.label}</bdi>
                  </a>
                </th>
                <td className="num">
                  <bdi>0–{criterion.maximum}</bdi>
                </td>
                {categories.map((category) => (
                  <td key={category} className="num">
                    {percent(weightShare(criteria, criterion, category))}{' '}
                    <small>({weightOf(criterion, category)})</small>
                  </td>
                ))}
                <td>
                  <div className="row">
                    <MoveButtons
                      address={`${base}/order/criteria/${criterion.id}`}
                      name={criterion.label}
                      isFirst={at === 0}
                      isLast={at === criteria.length - 1}
                    />
                    {!scored && (
                      <a href={`${base}/remove/criteria/${criterion.id}`}>
                        {t('organize.remove')}
                        <span className="vh"> {criterion.label}</span>
                      </a>
                    )}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      {criteria.length > 0 && <p className="hint">{t('call.rubric.shares')}</p>}
    </>
  )
}
