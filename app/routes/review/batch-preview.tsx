import type { PlannedRow } from '#app/applications/reviews/plan-batch.server.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

const KIND: Partial<Record<PlannedRow['is'], TagKind>> = { save: 'ok', part: 'wait', same: 'off', empty: 'off' }

/** What a sheet that came back would change, row by row, with one button that does it. */
export function BatchPreview({ rows, text, address }: { rows: PlannedRow[]; text: string; address: string }) {
  const { t } = usePage()
  const count = rows.filter(({ is }) => is === 'save' || is === 'part').length
  return (
    <Leaf id="preview" title={t('reviewing.batch.preview')} isWide>
      <ScrollTable labelledBy="preview">
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('reviewing.batch.line')}
            </th>
            <th scope="col">{t('reviewing.application')}</th>
            <th scope="col">{t('reviewing.batch.what')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, label, is, column = '', maximum = 0 }) => (
            <tr key={line}>
              <td className="num">{line}</td>
              <th scope="row">
                <bdi>{label}</bdi>
              </th>
              <td>
                <Tag is={KIND[is] ?? 'bad'}>{t(`reviewing.batch.rows.${is}`, { column, maximum })}</Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {count === 0 ? (
        <p>{t('reviewing.batch.nothing')}</p>
      ) : (
        <form method="post" action={address}>
          <input type="hidden" name="text" value={text} />
          <p>
            <button className="go">{t('reviewing.batch.apply', { count })}</button>
          </p>
        </form>
      )}
    </Leaf>
  )
}
