import { CheckField, ChoiceField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** What a new calendar of one's own is to have in it. */
export function CalendarForm({ form, feedId }: { form: FormState; feedId: string }) {
  const { t, path } = usePage()
  return (
    <form method="post" action={path('/me/calendars')} className="narrow" noValidate>
      <input type="hidden" name="id" value={feedId} />
      <TextField
        form={form}
        name="name"
        label={t('agenda.feedName')}
        hint={t('agenda.feedNameHint')}
        maxLength={120}
        defaultValue={t('agenda.feedNameFirst')}
      />
      <ChoiceField
        form={form}
        name="shows"
        legend={t('agenda.show')}
        defaultValue="events"
        options={[
          { value: 'events', label: t('agenda.showEvents'), detail: t('agenda.showEventsDetail') },
          { value: 'sessions', label: t('agenda.showSessions'), detail: t('agenda.showSessionsDetail') },
        ]}
      />
      <CheckField form={form} name="deadlines" label={t('agenda.alsoDeadlines')} defaultValue="on" />
      <CheckField form={form} name="work" label={t('agenda.alsoWork')} defaultValue="on" />
      <p className="row after">
        <button className="go">{t('agenda.button')}</button>
      </p>
    </form>
  )
}
