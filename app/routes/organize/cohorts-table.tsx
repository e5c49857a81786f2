import type { listCohorts } from '#app/applications/selection/cohorts/find-cohort.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { useCall } from './use-call.ts'

interface Props {
  cohorts: Awaited<ReturnType<typeof listCohorts>>
  /** The address of the list, with its language. */
  base: string
}

/** The cohorts of a call with what can be done with each. */
export function CohortsTable({ cohorts, base }: Props) {
  const { t } = usePage()
  const { zone } = useCall()
  return (
    <ScrollTable label={t('selection.cohorts.title')}>
      <thead>
        <tr>
          <th scope="col">{t('selection.cohorts.name')}</th>
          <th scope="col" className="num">
            {t('selection.cohorts.people')}
          </th>
          <th scope="col" className="num more">
            {t('selection.cohorts.byHand')}
          </th>
          <th scope="col" className="more">
            {t('selection.cohorts.changed')}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {cohorts.map(({ id, name, isChosen, people, byHand, updatedAt }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`${base}/${id}`}>
                <bdi>{name}</bdi>
              </a>{' '}
              {isChosen && <Tag is="ok">{t('selection.cohorts.chosen')}</Tag>}
            </th>
            <td className="num">{people}</td>
            <td className="num more">{byHand}</td>
            <td className="more">
              <Moment at={updatedAt} zone={zone} />
            </td>
            <td>
              <p className="row">
                {!isChosen && <a href={`${base}/${id}/choose`}>{t('selection.cohorts.choose')}</a>}{' '}
                <a href={`${base}/${id}/rename`}>
                  {t('selection.cohorts.rename')}
                  <span className="vh"> {name}</span>
                </a>{' '}
                <a href={`${base}/${id}/remove`}>
                  {t('selection.cohorts.remove')}
                  <span className="vh"> {name}</span>
                </a>
              </p>
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
