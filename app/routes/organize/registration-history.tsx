import { useDesk } from './desk.ts'
import type { RegistrationData } from './registration.tsx'
import { changedFields } from '#app/audit/changed-fields.ts'
import { isKey } from '#app/locales/translate.ts'
import { actionWords } from '#app/ui/action-words.ts'
import { isolateIn } from '#app/ui/isolate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import { formatMoney } from '#app/values/money.ts'

type Entry = RegistrationData['history'][number]

/** Everything that the log says of the registration and its order, the newest first: what, who, before and after. */
export function RegistrationHistory({ history, ticketTypes, tracks }: RegistrationData) {
  const { zone } = useDesk()
  const { t, language } = usePage()
  const names = new Map([
    ...ticketTypes.map(({ id, name }): [string, string] => [id, name]),
    ...tracks.map(({ id, title }): [string, string] => [id, title]),
  ])
  const inWords = (field: string, value: string, { after }: Entry) => {
    const state = `organize.states.${value}`
    if (field === 'state' && isKey(state)) return t(state)
    if (field.endsWith('Minor') && typeof after['currency'] === 'string')
      return isolateIn(language, formatMoney({ amountMinor: Number(value), currency: after['currency'] }, language))
    return names.get(value) ?? (/^\d{4}-\d\d-\d\dT.*Z$/.test(value) ? formatMoment(value, zone, language) : value)
  }
  /** What only names other rows by their ids says nothing to a reader. */
  const told = (entry: Entry) =>
    changedFields(entry.before, entry.after).filter(({ field, was, is }) =>
      /Ids?$/.test(field)
        ? names.has(was ?? '') || names.has(is ?? '')
        : !field.endsWith('Minor') || typeof entry.after['currency'] === 'string',
    )
  return (
    <Leaf id="history" title={t('registrant.history')}>
      <Timeline
        items={history.map((entry) => ({
          at: formatMoment(entry.at, zone, language),
          dateTime: entry.at,
          title: actionWords(entry.action, t),
          detail: (
            <>
              {entry.actorName ? <bdi>{entry.actorName}</bdi> : t(`team.log.actors.${entry.actorKind}`)}
              {told(entry).map(({ field, was, is }) => (
                <span key={field}>
                  {' · '}
                  <bdi>
                    {isKey(`registrant.fields.${field}`)
                      ? t(`registrant.fields.${field}` as 'registrant.title')
                      : field}
                  </bdi>
                  {': '}
                  {was !== null && (
                    <>
                      <s>
                        <bdi>{inWords(field, was, entry)}</bdi>
                      </s>
                      {' → '}
                    </>
                  )}
                  <bdi>{is === null ? '–' : inWords(field, is, entry)}</bdi>
                </span>
              ))}
            </>
          ),
          state: 'done' as const,
        }))}
      />
    </Leaf>
  )
}
