import { useDesk } from './desk.ts'
import type { listHolders } from '#app/scholarships/awards/list-holders.server.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'

const TAGS = { unknown: undefined, yes: 'ok', no: 'off' } as const

/** Who accepted an award, each with a box to tick. */
export function AwardsAttendanceTable({
  rows,
  form,
}: {
  rows: Awaited<ReturnType<typeof listHolders>>['rows']
  form: FormState
}) {
  const { slug } = useDesk()
  const { t, path, language } = usePage()
  return (
    <ScrollTable label={t('award.awards')}>
      <thead>
        <tr>
          <th scope="col">{t('award.name')}</th>
          <th scope="col">{t('award.attended')}</th>
          <th scope="col" className="more">
            {t('award.country')}
          </th>
          <th scope="col" className="more">
            {t('award.title')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, fullName, code, residence, attended }) => (
          <tr key={id}>
            <th scope="row">
              <label className="check">
                <input
                  type="checkbox"
                  name="awards"
                  value={id}
                  defaultChecked={form.values['awards']?.includes(id) ?? false}
                />{' '}
                <bdi>{fullName || code}</bdi>
              </label>
            </th>
            <td>
              <Tag is={TAGS[attended]}>{t(`award.came.${attended}`)}</Tag>
            </td>
            <td className="more">{residence === null ? '–' : countryName(residence, language)}</td>
            <td className="more">
              <a href={path(`/organize/${slug}/awards/${id}`)}>
                <bdi>{code}</bdi>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
