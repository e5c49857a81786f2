import type { PassedReview } from '#app/applications/reviews/list-passed.server.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

interface Props {
  rows: (Omit<PassedReview, 'number'> & { label: string })[]
  pages: { at: number; of: number }
  addressOf: (page: number) => string
}

/** What reviewers gave back, and why. */
export function PassedOn({ rows, pages, addressOf }: Props) {
  const { t } = usePage()
  return (
    <Leaf id="passed" title={t('reviewing.organize.passed')} isWide>
      <p className="mute">{t('reviewing.organize.passedLead')}</p>
      <ScrollTable labelledBy="passed">
        <thead>
          <tr>
            <th scope="col">{t('reviewing.application')}</th>
            <th scope="col">{t('reviewing.organize.name')}</th>
            <th scope="col">{t('reviewing.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label, state, fullName, sharedComment }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{label}</bdi>
              </th>
              <td>
                <bdi>{fullName}</bdi>
              </td>
              <td>
                <Tag is={state === 'conflict' ? 'bad' : 'off'}>
                  {t(state === 'conflict' ? 'reviewing.states.conflict' : 'reviewing.states.skipped')}
                </Tag>
                {sharedComment && (
                  <>
                    <br />
                    <bdi>{sharedComment}</bdi>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <Pages page={pages.at} pageCount={pages.of} addressOf={addressOf} />
    </Leaf>
  )
}
