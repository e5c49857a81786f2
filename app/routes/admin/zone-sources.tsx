import { Fragment } from 'react'
import type { ZoneData } from '#app/values/zones/zone-data.ts'
import type { Difference } from '#app/values/zones/differing-zones.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import { nameOfOffset, toInstant } from '#app/values/moment.ts'

type Source = Pick<ZoneData, 'source' | 'version'>

const TWO_YEARS = 2 * 365 * 86_400

/** Which zone data counts here, what else there is, and where the runtime by itself would be wrong. */
export function ZoneSources({ used, all, differences }: { used: Source; all: Source[]; differences: Difference[] }) {
  const { t } = usePage()
  return (
    <Leaf id="zones" title={t('zone.title')}>
      <dl>
        {all.map(({ source, version }) => (
          <Fragment key={source}>
            <dt>{t(`zone.sources.${source}`)}</dt>
            <dd>
              <bdi>{version}</bdi> {source === used.source && <Tag is="ok">{t('zone.used')}</Tag>}
            </dd>
          </Fragment>
        ))}
      </dl>
      {differences.length === 0 ? <p>{t('zone.agree')}</p> : <Differences differences={differences} />}
    </Leaf>
  )
}

function Differences({ differences }: { differences: Difference[] }) {
  const { t, language } = usePage()
  const day = (at: number) => formatDay(toInstant(at * 1000).slice(0, 10), language)
  return (
    <>
      <p id="zones-differ">{t('zone.differ', { count: differences.length })}</p>
      <ScrollTable labelledBy="zones-differ">
        <thead>
          <tr>
            <th scope="col">{t('zone.zone')}</th>
            <th scope="col">{t('zone.when')}</th>
            <th scope="col">{t('zone.here')}</th>
            <th scope="col">{t('zone.runtime')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ zone, from, until, offsets: [here, runtime] }) => (
            <tr key={zone}>
              <th scope="row">
                <bdi>{zone}</bdi>
              </th>
              <td>
                {until - from > TWO_YEARS
                  ? t('zone.from', { from: day(from) })
                  : t('zone.between', { from: day(from), until: day(until) })}
              </td>
              <td>
                <bdi>{nameOfOffset(here * 1000)}</bdi>
              </td>
              <td>
                <bdi>{nameOfOffset(runtime * 1000)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </>
  )
}
