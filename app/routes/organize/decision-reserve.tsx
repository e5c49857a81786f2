import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { decisionPage } from './decision-page.server.ts'
import { deskMeta, useDesk } from './desk.ts'
import { MoveButtons } from './move-buttons.tsx'
import { PageHead } from './page-head.tsx'
import { useCall } from './use-call.ts'
import { listReserve } from '#app/applications/decisions/list-reserve.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('admission.desk.reserveTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, call, options } = await decisionPage(request, context, params)
  return { reserve: await listReserve(db, call.id), options }
}

export default function Reserve() {
  const { reserve, options } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { call } = useCall()
  const { t, path, language } = usePage()
  const base = `/organize/${slug}/calls/${call.slug}/decisions`
  const lists = [...Map.groupBy(reserve, ({ choiceId }) => choiceId)]
  return (
    <>
      <PageHead form={EMPTY_FORM} title={t('admission.desk.reserveTitle')} lead={t('admission.desk.reserveLead')} />
      {lists.length === 0 && (
        <Empty title={t('admission.desk.nobodyReserve')}>
          <p>{t('admission.desk.nobodyReserveWhy')}</p>
        </Empty>
      )}
      {lists.map(([choiceId, list]) => (
        <section key={choiceId} className="flow after" aria-labelledby={`c-${choiceId}`}>
          <h2 id={`c-${choiceId}`}>
            {t('admission.desk.reserveOf', {
              choice: options.choices.find(({ id }) => id === choiceId)?.name ?? call.title,
            })}
          </h2>
          <ol className="flow">
            {list.map((one, at) => (
              <li key={one.applicationId} className="row">
                <a href={path(`${base}/${one.applicationId}`)}>
                  <bdi>{one.fullName}</bdi>
                </a>{' '}
                <small>
                  {one.residence ? countryName(one.residence, language) : ''}{' '}
                  {one.score === null ? '' : (one.score / 1000).toFixed(1)}
                </small>
                <MoveButtons
                  address={path(`${base}/${one.applicationId}`)}
                  name={one.fullName}
                  isFirst={at === 0}
                  isLast={at === list.length - 1}
                />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}
