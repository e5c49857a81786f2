import { useDesk } from './desk.ts'
import type { SubjectIds } from '#app/broadcasts/as-subject.ts'
import type { ResultRow } from '#app/broadcasts/results.server.ts'
import { isKey } from '#app/locales/translate.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { languageName } from '#app/values/dates.ts'

export interface ShownRecipient extends SubjectIds {
  key: string
  /** By which the page that shows the mail finds them, before it is sent. */
  recipient: string | null
  name: string
  email: string | null
  language: string | null
  reason: string
  /** Null before it is sent. */
  state: ResultRow['state'] | null
  sentAt: string | null
  lastError: string | null
}

const TAGS: Record<ResultRow['state'], TagKind | undefined> = {
  fixed: undefined,
  waiting: 'wait',
  sending: 'wait',
  sent: 'ok',
  undeliverable: 'bad',
  withdrawn: 'off',
  'left-out': 'off',
}

/** Who gets a message with what became of it, or who does not and why. */
export function RecipientsTable({
  id,
  rows,
  list,
}: {
  id: string
  rows: ShownRecipient[]
  list: 'recipients' | 'left-out'
}) {
  const { slug } = useDesk()
  const { t, path, language } = usePage()
  const isLeftOut = list === 'left-out'
  return (
    <ScrollTable label={t('broadcast.recipients.title')}>
      <thead>
        <tr>
          <th scope="col">{t('broadcast.recipients.name')}</th>
          <th scope="col">{t(isLeftOut ? 'broadcast.recipients.reason' : 'broadcast.recipients.result')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <Person row={row} />
              {row.email && (
                <>
                  <br />
                  <small>
                    <bdi>{row.email}</bdi>
                  </small>
                </>
              )}
            </th>
            <td>
              {isLeftOut ? (
                <Why reason={row.reason} />
              ) : row.state === null ? (
                <>
                  {row.language && languageName(row.language, language)}{' '}
                  <a href={path(`/organize/${slug}/messages/${id}/preview?recipient=${row.recipient}`)}>
                    {t('broadcast.recipients.look')}
                    <span className="vh"> {row.name}</span>
                  </a>
                </>
              ) : (
                <Result row={row} state={row.state} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

function Person({ row }: { row: ShownRecipient }) {
  const { slug } = useDesk()
  const { path } = usePage()
  const page = row.registrationId
    ? `registrations/${row.registrationId}`
    : row.entryId
      ? `waiting/${row.entryId}`
      : null
  const name = <bdi>{row.name || row.email || '–'}</bdi>
  return page ? <a href={path(`/organize/${slug}/${page}`)}>{name}</a> : name
}

function Why({ reason }: { reason: string }) {
  const { t } = usePage()
  const key = `broadcast.recipients.reasons.${reason}`
  return isKey(key) ? t(key) : null
}

function Result({ row, state }: { row: ShownRecipient; state: ResultRow['state'] }) {
  const { zone } = useDesk()
  const { t } = usePage()
  return (
    <>
      <Tag is={TAGS[state]}>{t(`broadcast.recipients.results.${state}`)}</Tag>
      {row.sentAt && (
        <>
          {' '}
          <small>
            <Moment at={row.sentAt} zone={zone} />
          </small>
        </>
      )}
      {state === 'undeliverable' && row.lastError && (
        <small lang="en" dir="ltr">
          {row.lastError}
        </small>
      )}
    </>
  )
}
