import { AWARD_TAGS } from '#app/ui/award/award-tags.ts'
import { useDesk } from './desk.ts'
import type { AwardRow } from '#app/scholarships/awards/list-awards.server.ts'
import { Price } from '#app/ui/money.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

/** Components that are none of the award any more. */
const GONE = ['declined', 'released']

/** Who is offered what, and where it stands. */
export function AwardsTable({ awards }: { awards: AwardRow[] }) {
  const { t } = usePage()
  return (
    <ScrollTable label={t('award.awards')}>
      <thead>
        <tr>
          <th scope="col">{t('award.name')}</th>
          <th scope="col">{t('award.state')}</th>
          <th scope="col" className="num">
            {t('award.amount')}
          </th>
          <th scope="col" className="more">
            {t('award.gives')}
          </th>
          <th scope="col" className="more">
            {t('award.funds')}
          </th>
          <th scope="col">{t('award.visa')}</th>
          <th scope="col" className="more">
            {t('award.ticket')}
          </th>
          <th scope="col" className="more">
            {t('award.report')}
          </th>
        </tr>
      </thead>
      <tbody>
        {awards.map((award) => (
          <Row key={award.id} award={award} />
        ))}
      </tbody>
    </ScrollTable>
  )
}

function Row({ award }: { award: AwardRow }) {
  const { slug } = useDesk()
  const { t, path, language } = usePage()
  const given = award.components.filter(({ state }) => !GONE.includes(state))
  const amountMinor = given.reduce((sum, component) => sum + component.amountMinor, 0)
  const isOver = ['declined', 'lapsed', 'withdrawn'].includes(award.state)
  return (
    <tr>
      <th scope="row">
        <a href={path(`/organize/${slug}/awards/${award.id}`)}>
          <bdi>{award.fullName || award.code}</bdi>
        </a>
        <br />
        <small>
          <bdi>{award.code}</bdi>
        </small>
      </th>
      <td>
        <Tag is={AWARD_TAGS[award.state]}>{t(`award.states.${award.state}`)}</Tag>
      </td>
      <td className="num">
        <Price money={{ amountMinor, currency: award.currency }} />
      </td>
      <td className="more">{given.map(({ kind }) => t(`award.kinds.${kind}`)).join(t('common.listSeparator'))}</td>
      <td className="more">
        <bdi>{award.funds.join(' ')}</bdi>
      </td>
      <td>{isOver ? '–' : t(`award.visas.${award.visa}`)}</td>
      <td className="more">{isOver ? '–' : award.ticketInHandAt === null ? t('award.notYet') : t('award.inHand')}</td>
      <td className="more">
        {award.reportedAt !== null
          ? t('award.reported')
          : award.reportDueOn !== null && !isOver
            ? t('award.dueOn', { day: formatDay(award.reportDueOn, language) })
            : '–'}
      </td>
    </tr>
  )
}
