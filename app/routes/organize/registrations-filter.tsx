import { useDesk } from './desk.ts'
import { FilterSelect } from './filter-select.tsx'
import { RegistrationsColumns } from './registrations-columns.tsx'
import type { RegistrationsData } from './registrations.tsx'
import { REGISTRATION_STATES } from '#app/participants/registration-states.ts'
import { decidingValues } from '#app/registrations/questions/question-form.ts'
import { valueLabel } from '#app/ui/question-field.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'

/** The form of the table: what is looked for, how it is sorted, which columns it has. Its answer is an address. */
export function RegistrationsFilter(shown: RegistrationsData) {
  const { filter, order, ticketTypes, tracks, questions, countries } = shown
  const { slug } = useDesk()
  const { t, path, language } = usePage()
  const answers = questions.flatMap((question) =>
    decidingValues(question.kind, question.options).map((value) => ({
      value: `${question.id}:${value}`,
      label: t('common.labelled', { label: question.label, text: valueLabel(question, value, t) }),
    })),
  )
  const places = countries
    .map((code) => ({ value: code, label: countryName(code, language) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language))
  /** What has no field of its own here stays as it is. */
  const kept = Object.entries({
    quota: filter.quotaId,
    session: filter.sessionId,
    language: filter.language,
    recent: filter.recent,
    lacks: filter.lacks,
  })
  const isMore =
    filter.trackIds.length > 0 ||
    filter.money !== null ||
    filter.countries.length > 0 ||
    filter.answers !== null ||
    filter.answer !== null ||
    filter.proof !== null
  return (
    <form
      className="noprint"
      role="search"
      aria-label={t('organize.filter')}
      action={path(`/organize/${slug}/registrations`)}
    >
      {kept.map(([name, value]) => value !== null && <input key={name} type="hidden" name={name} value={value} />)}
      <div className="row filt">
        <div>
          <label htmlFor="q">{t('organize.searchPeople')}</label>
          <input id="q" name="q" type="search" defaultValue={filter.search} dir="auto" maxLength={100} />
        </div>
        <FilterSelect
          name="state"
          label={t('organize.state')}
          values={filter.states}
          options={REGISTRATION_STATES.map((value) => ({ value, label: t(`organize.states.${value}`) }))}
        />
        <FilterSelect
          name="ticket"
          label={t('organize.ticket')}
          values={filter.ticketTypeIds}
          options={ticketTypes.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <button>{t('organize.show')}</button>
      </div>
      <details open={isMore}>
        <summary>{t('registrant.more')}</summary>
        <div className="row filt">
          {tracks.length > 0 && (
            <FilterSelect
              name="track"
              label={t('organize.track')}
              values={filter.trackIds}
              options={tracks.map(({ id, code, title }) => ({ value: id, label: `${code}: ${title}` }))}
            />
          )}
          <FilterSelect
            name="money"
            label={t('organize.money')}
            values={[filter.money]}
            options={(['unpaid', 'paid', 'free'] as const).map((value) => ({
              value,
              label: t(`registrant.money.${value}`),
            }))}
          />
          {places.length > 0 && (
            <FilterSelect name="country" label={t('organize.country')} values={filter.countries} options={places} />
          )}
          <FilterSelect
            name="answers"
            label={t('registrant.answersLabel')}
            values={[filter.answers]}
            options={(['missing', 'complete'] as const).map((value) => ({
              value,
              label: t(`registrant.answers.${value}`),
            }))}
          />
          {answers.length > 0 && (
            <FilterSelect
              name="answer"
              label={t('registrant.answered')}
              values={[filter.answer && `${filter.answer.questionId}:${filter.answer.value}`]}
              options={answers}
            />
          )}
          <FilterSelect
            name="proof"
            label={t('registrant.columns.proof')}
            values={[filter.proof]}
            options={(['waiting', 'verified', 'refused'] as const).map((value) => ({
              value,
              label: t(`registrant.proofs.${value}`),
            }))}
          />
          <div>
            <label htmlFor="sort">{t('registrant.sort')}</label>
            <select id="sort" name="sort" defaultValue={order}>
              <option value="newest">{t('registrant.newest')}</option>
              <option value="name">{t('organize.name')}</option>
            </select>
          </div>
        </div>
        <RegistrationsColumns {...shown} />
        <p>
          <button>{t('organize.show')}</button>
        </p>
      </details>
    </form>
  )
}
