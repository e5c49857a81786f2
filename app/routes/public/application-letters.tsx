import type { SectionView } from './application-section.server.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import { callDeadline } from '#app/ui/call-moment.tsx'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

interface Row {
  kind: 'referee' | 'employer'
  number: number
  fullName: string
  email: string
  language: string
  state: SectionView['people'][number]['state'] | null
}

/** Who is asked for a letter, and who at the employer's for a word. */
export function ApplicationLetters({ view, form }: { view: SectionView; form: FormState }) {
  const page = usePage()
  const { t } = page
  const { refereesWanted, isEmployerWanted, refereesUntilAt, call, event } = view
  const rows = rowsOf(view, page.language)
  return (
    <>
      {refereesWanted > 0 && <p>{t('application.form.lettersLead', { count: refereesWanted })}</p>}
      {isEmployerWanted && <p>{t('application.form.employerLead')}</p>}
      {refereesUntilAt && (
        <p>
          {t('application.form.lettersUntil', {
            when: callDeadline(page, refereesUntilAt, { ...event, closesZone: call.closesZone }),
          })}
        </p>
      )}
      {rows.map(({ kind, number, state, ...person }, at) => (
        <fieldset key={at} className="field flow">
          <legend>
            {kind === 'employer' ? t('application.form.employer') : t('application.form.refereeNumber', { number })}
            {state && <small> {t(`application.form.letterState.${state}`)}</small>}
          </legend>
          <input type="hidden" name={`people[${at}].kind`} value={kind} />
          <TextField
            form={form}
            name={`people[${at}].fullName`}
            label={t('application.form.personName')}
            defaultValue={person.fullName}
            maxLength={200}
          />
          <TextField
            form={form}
            name={`people[${at}].email`}
            type="email"
            label={t('application.form.personEmail')}
            defaultValue={person.email}
            maxLength={191}
          />
          <SelectField
            form={form}
            name={`people[${at}].language`}
            label={t('application.form.personLanguage')}
            options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
            defaultValue={person.language}
          />
        </fieldset>
      ))}
    </>
  )
}

/** Those that are named, and as many empty rows as the call wants besides. */
function rowsOf({ people, refereesWanted, isEmployerWanted }: SectionView, language: string): Row[] {
  const wanted = { referee: refereesWanted, employer: isEmployerWanted ? 1 : 0 }
  return (['referee', 'employer'] as const).flatMap((kind) => {
    const named = people.filter((one) => one.kind === kind && one.state !== 'withdrawn')
    const standing = named.filter(({ state }) => state !== 'declined')
    const empty = Math.max(0, wanted[kind] - standing.length)
    const blank = { fullName: '', email: '', language, state: null }
    return [...named, ...Array.from({ length: empty }, () => blank)].map((one, at) => ({
      kind,
      number: at + 1,
      fullName: one.fullName,
      email: one.email,
      language: one.language,
      state: one.state,
    }))
  })
}
