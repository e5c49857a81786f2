import { MOST_PEOPLE, SESSION_ROLES } from '#app/programme/sessions/session-form.ts'
import type { SessionPerson } from '#app/programme/sessions/session-facts.ts'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** Rows that wait for one more name. */
const EMPTY_ROWS = 2
/** A workshop's lead, its two instructors and an assistant, entered at once. */
const FEWEST_ROWS = 4

/** Who speaks, chairs and teaches: a row each, and a few more. */
export function SessionPeople({ form, people }: { form: FormState; people: SessionPerson[] }) {
  const { t } = usePage()
  const typed = Object.keys(form.values).filter((name) => /^people\[\d+\]\.fullName$/.test(name)).length
  const rows = Math.min(MOST_PEOPLE, typed > 0 ? typed : Math.max(FEWEST_ROWS, people.length + EMPTY_ROWS))
  return (
    <Leaf id="people" title={t('session.people.title')}>
      <p className="mute">
        {t('session.people.lead')} {t('session.people.emailHint')}
      </p>
      {Array.from({ length: rows }, (_, at) => (
        <Person key={at} form={form} at={at} person={people[at]} />
      ))}
    </Leaf>
  )
}

function Person({ form, at, person }: { form: FormState; at: number; person: SessionPerson | undefined }) {
  const { t } = usePage()
  const name = (field: keyof SessionPerson) => `people[${at}].${field}`
  return (
    <fieldset className="field">
      <legend>{t('session.people.person', { number: at + 1 })}</legend>
      <div className="cols">
        <TextField
          form={form}
          name={name('fullName')}
          label={t('session.people.name')}
          defaultValue={person?.fullName}
          maxLength={200}
          isOptional
        />
        <SelectField
          form={form}
          name={name('role')}
          label={t('session.people.role')}
          options={SESSION_ROLES.map((value) => ({ value, label: t(`session.people.roles.${value}`) }))}
          defaultValue={person?.role ?? 'speaker'}
        />
        <TextField
          form={form}
          name={name('affiliation')}
          label={t('session.people.affiliation')}
          defaultValue={person?.affiliation}
          maxLength={200}
          isOptional
        />
        <TextField
          form={form}
          name={name('latinName')}
          label={t('session.people.latinName')}
          defaultValue={person?.latinName}
          dir="ltr"
          maxLength={200}
          isOptional
        />
        <TextField
          form={form}
          name={name('email')}
          type="email"
          label={t('session.people.email')}
          defaultValue={person?.email}
          maxLength={191}
          isOptional
        />
      </div>
    </fieldset>
  )
}
