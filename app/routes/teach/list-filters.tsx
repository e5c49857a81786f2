import type { ParticipantsData } from './participants.tsx'
import { LIST_SHOWS } from '#app/participants/lists/list-filter.ts'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, formatDay, languageName } from '#app/values/dates.ts'

/** What a list is narrowed by: the usual in sight, the rest behind one line, open while it is in use. */
export function ListFilters({
  filter,
  choices,
  tracks,
  groups,
  purpose,
  purposes,
  view,
  isWide,
  base,
}: ParticipantsData & { base: string }) {
  const { t, language, path } = usePage()
  const isTeaching = purpose === 'teaching'
  // Who is where, and who came, is nothing that other purposes need.
  const isOfRooms = isTeaching || purpose === 'desk'
  const names = (codes: string[], nameOf: (code: string, language: string) => string) =>
    codes
      .map((value) => ({ value, label: nameOf(value, language) }))
      .toSorted((one, other) => one.label.localeCompare(other.label, language))
  const isOpen = Boolean(filter.sessionId ?? filter.day) || filter.language !== '' || filter.country !== ''
  return (
    <form role="search" aria-label={t('teach.filter')} action={path(base)}>
      {purpose !== purposes[0] && <input type="hidden" name="purpose" value={purpose} />}
      {isTeaching && view === 'columns' && <input type="hidden" name="view" value="teaching" />}
      {isWide && <input type="hidden" name="days" value="all" />}
      <div className="row filt">
        <div>
          <label htmlFor="q">{t(isTeaching ? 'teach.searchPeople' : 'list.search')}</label>
          <input id="q" name="q" type="search" defaultValue={filter.search} dir="auto" />
        </div>
        {tracks.length > 1 && isOfRooms && (
          <Choice
            name="track"
            label={t('teach.track')}
            all={t('teach.allTracks')}
            chosen={filter.trackId}
            options={tracks.map(({ id, code, title }) => ({ value: id, label: `${code}: ${title}` }))}
          />
        )}
        {groups && choices.groups.length > 0 && (
          <Choice
            name="group"
            label={t('list.filter.group')}
            all={t('list.filter.anyGroup')}
            chosen={filter.group}
            options={choices.groups.map((value) => ({ value, label: value }))}
          />
        )}
        <div>
          <label htmlFor="show">{t('list.filter.show')}</label>
          <select id="show" name="show" defaultValue={filter.show}>
            {LIST_SHOWS.filter((value) => isOfRooms || value !== 'absent-today').map((value) => (
              <option key={value} value={value}>
                {t(`list.shows.${value}`)}
              </option>
            ))}
          </select>
        </div>
        <button>{t('teach.show')}</button>
      </div>
      {(isOfRooms || choices.days.length > 0) && (
        <details open={isOpen}>
          <summary>{t('list.filter.more')}</summary>
          <div className="row filt">
            {isOfRooms && (
              <Choice
                name="session"
                label={t('list.filter.session')}
                all={t('list.filter.anySession')}
                chosen={filter.sessionId}
                options={choices.sessions.map(({ id, title, heldOn, startsTime }) => ({
                  value: id,
                  label: `${formatDay(heldOn, language, { year: false })} ${startsTime} ${title}`,
                }))}
              />
            )}
            {choices.days.length > 0 && (
              <Choice
                name="day"
                label={t('list.filter.day')}
                all={t('list.filter.anyDay')}
                chosen={filter.day}
                options={choices.days.map((value) => ({ value, label: formatDay(value, language, { weekday: true }) }))}
              />
            )}
            {isTeaching && (
              <>
                <Choice
                  name="language"
                  label={t('list.filter.language')}
                  all={t('list.filter.anyLanguage')}
                  chosen={filter.language}
                  options={names(choices.languages, languageName)}
                />
                <Choice
                  name="country"
                  label={t('list.filter.country')}
                  all={t('list.filter.anyCountry')}
                  chosen={filter.country}
                  options={names(choices.countries, countryName)}
                />
              </>
            )}
            <button>{t('teach.show')}</button>
          </div>
        </details>
      )}
    </form>
  )
}

function Choice({
  name,
  label,
  all,
  chosen,
  options,
}: {
  name: string
  label: string
  all: string
  chosen: string | null
  options: { value: string; label: string }[]
}) {
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen ?? ''}>
        <option value="">{all}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
