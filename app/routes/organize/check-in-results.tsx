import type { CheckInData } from './check-in.tsx'
import { timeOf } from './check-in-words.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

type Person = NonNullable<CheckInData['found']>['people'][number]

/** Whom the words that were typed may mean, with how each stands. */
export function CheckInResults({ found, search, zone, ticketTypes, query, slug }: CheckInData & { slug: string }) {
  const { t, path, language, now } = usePage()
  if (!found) return null
  if (found.people.length === 0)
    return (
      <Empty title={t('checkIn.nobody')} level="h2">
        <p>
          {t('checkIn.nobodyWhy', { words: search })}{' '}
          <a href={path(`/organize/${slug}/registrations/new`)}>{t('checkIn.walkIn')}</a>
        </p>
      </Empty>
    )
  const standing = ({ state, hereAt }: Person): [TagKind | undefined, string] => {
    if (hereAt) return ['ok', t('checkIn.here', { time: timeOf(hereAt, { zone, now, language }, t) })]
    if (state === 'confirmed') return [undefined, t('checkIn.expected')]
    if (state === 'held') return ['wait', t('checkIn.verdict.not-paid')]
    return ['off', t(`organize.states.${state}`)]
  }
  return (
    <>
      <ScrollTable label={t('checkIn.found')}>
        <thead>
          <tr>
            <th scope="col">{t('attendance.columns.name')}</th>
            <th scope="col">{t('checkIn.ticket')}</th>
            <th scope="col">{t('checkIn.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {found.people.map((person) => {
            const [is, word] = standing(person)
            return (
              <tr key={person.registrationId}>
                <th scope="row">
                  <a href={path(`/organize/${slug}/check-in/${person.registrationId}?${query}`)}>
                    <bdi>{person.fullName}</bdi>
                  </a>
                  {person.latinName && (
                    <>
                      <br />
                      <small>
                        <bdi>{person.latinName}</bdi>
                      </small>
                    </>
                  )}
                  {person.affiliation && (
                    <>
                      <br />
                      <small className="mute">
                        <bdi>{person.affiliation}</bdi>
                      </small>
                    </>
                  )}
                </th>
                <td>
                  <bdi>{ticketTypes.find(({ id }) => id === person.ticketTypeId)?.name}</bdi>
                  <br />
                  <small>
                    <bdi dir="ltr">{person.code}</bdi>
                  </small>
                </td>
                <td>
                  <Tag is={is}>{word}</Tag>
                </td>
              </tr>
            )
          })}
        </tbody>
      </ScrollTable>
      {found.isMore && <p className="mute">{t('checkIn.more')}</p>}
    </>
  )
}
