import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CallPages } from './call-pages.tsx'
import { requireCall } from './call.server.ts'
import { deskMeta } from './desk.ts'
import { MoveButtons } from './move-buttons.tsx'
import { useCall } from './use-call.ts'
import { type ListedChoice, listChoices } from '#app/applications/calls/list-choices.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { languageName } from '#app/values/dates.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('call.pagesOf.choices'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireCall(request, context, params)
  return { choices: await listChoices(context.services.db, call.id, context.language) }
}

export default function CallChoices() {
  const { choices } = useLoaderData<typeof loader>()
  const { slug, call } = useCall()
  const { t, path } = usePage()
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('call.pagesOf.choices')}</h1>
          <p className="mute">{t('call.choices.lead')}</p>
        </div>
        <a className="btn go" href={path(`/organize/${slug}/calls/${call.slug}/details/choices/new`)}>
          {t('call.choices.add')}
        </a>
      </div>
      <CallPages />
      {choices.length === 0 ? (
        <Empty title={t('call.choices.none')} level="h2">
          <p>{t('call.choices.noneWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('call.pagesOf.choices')}>
          <thead>
            <tr>
              <th scope="col">{t('call.choices.choice')}</th>
              <th scope="col" className="more">
                {t('call.fields.taughtIn')}
              </th>
              <th scope="col" className="num">
                {t('call.fields.seats')}
              </th>
              <th scope="col" className="num">
                {t('call.choices.wishes')}
              </th>
              <th scope="col">
                <span className="vh">{t('call.order')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {choices.map((choice, at) => (
              <Row key={choice.id} choice={choice} isFirst={at === 0} isLast={at === choices.length - 1} />
            ))}
          </tbody>
        </ScrollTable>
      )}
    </>
  )
}

function Row({ choice, isFirst, isLast }: { choice: ListedChoice; isFirst: boolean; isLast: boolean }) {
  const { slug, call } = useCall()
  const { t, path, language } = usePage()
  const base = path(`/organize/${slug}/calls/${call.slug}`)
  return (
    <tr>
      <th scope="row">
        <a href={`${base}/details/choices/${choice.id}`}>
          <bdi>{choice.code}</bdi> <bdi lang={choice.textLanguage}>{choice.name}</bdi>
        </a>
        {choice.isClosed === 1 && (
          <>
            {' '}
            <Tag is="off">{t('call.choices.closed')}</Tag>
          </>
        )}
        {choice.ticketTypeId === null && call.kind !== 'scholarship' && (
          <>
            <br />
            <small>{t('call.choices.ticketless')}</small>
          </>
        )}
      </th>
      <td className="more">{choice.language ? languageName(choice.language, language) : '–'}</td>
      <td className="num">{choice.seats ?? '–'}</td>
      <td className="num">{choice.wishes}</td>
      <td>
        <div className="row">
          <MoveButtons
            address={`${base}/order/choices/${choice.id}`}
            name={choice.name}
            isFirst={isFirst}
            isLast={isLast}
          />
          <a href={`${base}/remove/choices/${choice.id}`}>
            {t('organize.remove')}
            <span className="vh"> {choice.name}</span>
          </a>
        </div>
      </td>
    </tr>
  )
}
