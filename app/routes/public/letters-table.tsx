import type { ListedReferee } from '#app/applications/referees/list-referees.server.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

const TAGS: Record<ListedReferee['state'], TagKind | undefined> = {
  named: undefined,
  asked: 'wait',
  answered: 'ok',
  declined: 'bad',
  withdrawn: 'off',
}

/** Who was asked, where it stands, and what its applicant can do: remind, or ask somebody else. */
export function LettersTable({
  code,
  query,
  state,
  referees,
}: {
  code: string
  query: string
  state: string
  referees: ListedReferee[]
}) {
  const { t, path, now } = usePage()
  const own = (referee: ListedReferee, page: string) =>
    path(`/applications/${code}/letters/${referee.id}/${page}${query}`)
  const isTaken = (referee: ListedReferee) =>
    state !== 'withdrawn' && (referee.untilAt === null || now < referee.untilAt)
  return (
    <ScrollTable label={t('reference.own.title')}>
      <thead>
        <tr>
          <th scope="col">{t('reference.own.who')}</th>
          <th scope="col">{t('reference.own.state')}</th>
          <th scope="col">{t('reference.own.act')}</th>
        </tr>
      </thead>
      <tbody>
        {referees.map((referee) => (
          <tr key={referee.id}>
            <th scope="row">
              <bdi>{referee.fullName}</bdi>
              <br />
              <small>
                {t(`reference.own.kinds.${referee.kind}`)} · <bdi dir="ltr">{referee.email}</bdi>
              </small>
            </th>
            <td>
              <Tag is={TAGS[referee.state]}>{t(`reference.own.states.${referee.state}`)}</Tag>
            </td>
            <td>
              {isTaken(referee) && referee.state !== 'answered' && referee.state !== 'withdrawn' && (
                <span className="row">
                  {referee.mayBeReminded && (
                    <form method="post" action={own(referee, 'remind')}>
                      <button className="plain">{t('reference.own.remind')}</button>
                    </form>
                  )}{' '}
                  <a href={own(referee, 'replace')}>{t('reference.own.replace')}</a>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
