import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireCall } from './call.server.ts'
import { deskMeta } from './desk.ts'
import { useCall } from './use-call.ts'
import { type CallPackage, listPackages } from '#app/scholarships/packages/list-packages.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { isolateIn } from '#app/ui/isolate.ts'
import { Price } from '#app/ui/money.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoney } from '#app/values/money.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('award.packages.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireCall(request, context, params)
  return { packages: await listPackages(context.services.db, { callId: call.id, language: context.language }) }
}

export default function Packages() {
  const { packages } = useLoaderData<typeof loader>()
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const base = path(`/organize/${slug}/calls/${call.slug}/packages`)
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('award.packages.title')}</h1>
          <p className="mute">{t('award.packages.lead')}</p>
        </div>
        <a className="btn go" href={`${base}/new`}>
          {t('award.packages.add')}
        </a>
      </div>
      {packages.length === 0 ? (
        <Empty title={t('award.packages.none')} level="h2">
          <p>{t('award.packages.noneWhy')}</p>
        </Empty>
      ) : (
        packages.map((pack) => <Pack key={pack.id} pack={pack} address={`${base}/${pack.id}`} />)
      )}
    </>
  )
}

function Pack({ pack, address }: { pack: CallPackage; address: string }) {
  const { t, language } = usePage()
  const { currency } = pack
  const total = pack.components.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  return (
    <Leaf
      id={`package-${pack.code}`}
      title={
        <>
          <a href={address}>
            <bdi>{pack.name}</bdi>
          </a>{' '}
          <small>
            <bdi>{pack.code}</bdi>
            {pack.isDefault && <> · {t('award.packages.default')}</>}
          </small>
        </>
      }
    >
      <ScrollTable label={pack.name}>
        <tbody>
          {pack.components.map((part) => (
            <tr key={part.kind}>
              <th scope="row">{t(`award.kinds.${part.kind}`)}</th>
              <td className="num">
                {part.isCap ? (
                  t('award.upTo', {
                    amount: isolateIn(language, formatMoney({ amountMinor: part.amountMinor, currency }, language)),
                  })
                ) : (
                  <Price money={{ amountMinor: part.amountMinor, currency }} />
                )}
              </td>
              <td>
                {t(`award.ways.${part.payout}`)}
                {part.note !== '' && (
                  <>
                    <br />
                    <small dir="auto">{part.note}</small>
                  </>
                )}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('award.packages.total')}</th>
            <td className="num">
              <b>
                <Price money={{ amountMinor: total, currency }} />
              </b>
            </td>
            <td />
          </tr>
        </tbody>
      </ScrollTable>
    </Leaf>
  )
}
