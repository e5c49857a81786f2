import { changedFields } from '#app/audit/changed-fields.ts'
import type { LogEntry } from '#app/audit/log.server.ts'
import { usePage } from '#app/ui/use-page.ts'

/**
 * What an entry says was so before and is so after, field by field; the fields are called as they are stored. Ids tell a
 * reader nothing; the file has them.
 */
export function LogChanges({ before, after }: Pick<LogEntry, 'before' | 'after'>) {
  const { t } = usePage()
  const fields = changedFields(before, after).filter(({ field }) => !/Ids?$/.test(field))
  if (fields.length === 0) return null
  return (
    <ul role="list">
      {fields.map(({ field, was, is }) => (
        <li key={field} dir="ltr">
          <small>
            <b>{field}</b>{' '}
            {was !== null && (
              <>
                <span className="vh">{t('team.log.before')} </span>
                <s>
                  <bdi>{was}</bdi>
                </s>{' '}
              </>
            )}
            {is !== null && (
              <>
                <span className="vh">{t('team.log.after')} </span>
                <bdi>{is}</bdi>
              </>
            )}
          </small>
        </li>
      ))}
    </ul>
  )
}
