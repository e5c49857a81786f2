import { PART_TAGS } from '#app/ui/award/award-tags.ts'
import { useDesk } from './desk.ts'
import type { AwardInFull } from '#app/scholarships/awards/read-award.server.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Price } from '#app/ui/money.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { isolateIn } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoney } from '#app/values/money.ts'

/** What an award gives, part by part: who pays how much of it, what was paid, what is left; and what can be done. */
export function AwardParts({ award }: { award: AwardInFull }) {
  const { slug } = useDesk()
  const { t, path, language } = usePage()
  const { currency, state } = award
  const money = (amountMinor: number) => <Price money={{ amountMinor, currency }} />
  const said = (amountMinor: number) => isolateIn(language, formatMoney({ amountMinor, currency }, language))
  const act = (page: string) => path(`/organize/${slug}/awards/${award.id}/${page}`)
  return (
    <Leaf id="gives" title={t('award.gives')}>
      <ScrollTable labelledBy="gives">
        <thead>
          <tr>
            <th scope="col">{t('award.one.component')}</th>
            <th scope="col" className="more">
              {t('award.state')}
            </th>
            <th scope="col" className="num">
              {t('award.amount')}
            </th>
            <th scope="col">{t('award.funds')}</th>
            <th scope="col" className="num more">
              {t('award.one.used')}
            </th>
            <th scope="col" className="num">
              {t('award.one.left')}
            </th>
            <th scope="col" className="more">
              {t('award.one.way')}
            </th>
          </tr>
        </thead>
        <tbody>
          {award.components.map((part) => (
            <tr key={part.id}>
              <th scope="row">
                {t(`award.kinds.${part.kind}`)}
                {part.note !== '' && (
                  <>
                    <br />
                    <small dir="auto">{part.note}</small>
                  </>
                )}
              </th>
              <td className="more">
                <Tag is={PART_TAGS[part.state]}>{t(`award.parts.${part.state}`)}</Tag>
              </td>
              <td className="num">
                {part.isCap ? t('award.upTo', { amount: said(part.amountMinor) }) : money(part.amountMinor)}
              </td>
              <td>
                {part.shares.map((share) => (
                  <span key={share.fundId}>
                    <bdi>{share.code}</bdi> {money(share.amountMinor)}
                    {share.returnedMinor > 0 && (
                      <> ({t('award.one.returned', { amount: said(share.returnedMinor) })})</>
                    )}
                    <br />
                  </span>
                ))}
              </td>
              <td className="num more">{money(part.usedMinor)}</td>
              <td className="num">{part.state === 'accepted' ? money(part.leftMinor) : '–'}</td>
              <td className="more">{t(`award.ways.${part.payout}`)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <p className="row">
        {state === 'proposed' && (
          <a className="btn" href={act('edit')}>
            {t('award.one.edit')}
          </a>
        )}
        {state === 'proposed' && (
          <>
            {award.components.length > 0 && (
              <a className="btn go" href={act('give')}>
                {t('award.handOver.button')}
              </a>
            )}
            <a href={act('drop')}>{t('award.drop.button')}</a>
          </>
        )}
        {state === 'accepted' && (
          <>
            <a className="btn" href={act('buy')}>
              {t('award.one.buy')}
            </a>
            <a className="btn" href={act('return')}>
              {t('award.one.give')}
            </a>
          </>
        )}
        {['proposed', 'offered', 'accepted'].includes(state) && (
          <a className="btn" href={act('fund')}>
            {t('award.one.move')}
          </a>
        )}
        {state === 'accepted' && <a href={act('close')}>{t('award.one.finish')}</a>}
      </p>
    </Leaf>
  )
}
