import { useDesk } from './desk.ts'
import type { LogFilter } from '#app/audit/log-filter.ts'
import { kindWords } from '#app/ui/action-words.ts'
import { usePage } from '#app/ui/use-page.ts'

/** What of the log is shown: kind, person and days; every choice is an address. */
export function LogFilters({
  filter,
  choices,
}: {
  filter: LogFilter
  choices: { kinds: string[]; actors: { id: string; name: string }[] }
}) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <form className="row filt" role="search" aria-label={t('organize.filter')} action={path(`/organize/${slug}/log`)}>
      <div>
        <label htmlFor="kind">{t('team.log.object')}</label>
        <select id="kind" name="kind" defaultValue={filter.kind ?? ''}>
          <option value="">{t('team.log.everything')}</option>
          {choices.kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindWords(kind, t)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="by">{t('team.log.who')}</label>
        <select id="by" name="by" defaultValue={filter.actorId ?? ''}>
          <option value="">{t('team.log.everybody')}</option>
          {choices.actors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="from">{t('team.log.from')}</label>
        <input id="from" name="from" type="date" defaultValue={filter.from ?? ''} />
      </div>
      <div>
        <label htmlFor="to">{t('team.log.to')}</label>
        <input id="to" name="to" type="date" defaultValue={filter.to ?? ''} />
      </div>
      {filter.objectId !== null && <input type="hidden" name="object" value={filter.objectId} />}
      <button>{t('organize.show')}</button>
    </form>
  )
}
