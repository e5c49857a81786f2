import type { ParticipantData } from './participant.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

const TAGS = { present: 'ok', absent: 'off', excused: 'wait', none: 'off' } as const

/** Where a participant was, as it was marked. */
export function PersonMarks({ marks }: ParticipantData) {
  const { t } = usePage()
  return (
    <Leaf id="attendance" title={t('list.one.attendance')}>
      {marks.length === 0 ? (
        <p className="mute">{t('list.one.noAttendance')}</p>
      ) : (
        <table>
          <caption>
            {t('list.one.presentAt', { count: marks.filter(({ state }) => state === 'present').length })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('list.one.slot')}</th>
              <th scope="col">{t('list.one.state')}</th>
            </tr>
          </thead>
          <tbody>
            {marks.map(({ key, title, state }) => (
              <tr key={key}>
                <th scope="row">
                  <bdi>{title}</bdi>
                </th>
                <td>{state !== 'none' && <Tag is={TAGS[state]}>{t(`list.states.${state}`)}</Tag>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Leaf>
  )
}
