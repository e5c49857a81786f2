import type { SectionView } from './application-section.server.ts'
import { ChoiceField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** Whether somebody applies with others: by a code that one of them makes and the others enter. */
export function ApplicationTeam({ view, form }: { view: SectionView; form: FormState }) {
  const { t } = usePage()
  const { team } = view
  return (
    <>
      <p>{t('application.form.teamLead')}</p>
      {team && (
        <p className="note">
          {t('application.form.teamHas')}{' '}
          <b>
            <bdi dir="ltr">{team.code}</bdi>
          </b>
          {'. '}
          {t('application.form.teamGive')} {t('application.form.teamMembers', { count: team.size })}
        </p>
      )}
      <ChoiceField
        form={form}
        name="team"
        legend={t('application.form.teamChoice')}
        defaultValue={team ? 'keep' : 'alone'}
        options={[
          { value: 'alone', label: t('application.form.teamAlone') },
          team
            ? { value: 'keep', label: t('application.form.teamKeep') }
            : { value: 'new', label: t('application.form.teamNew') },
          { value: 'join', label: t('application.form.teamJoin') },
        ]}
      />
      <TextField
        form={form}
        name="teamCode"
        label={t('application.form.teamCode')}
        hint={t('application.form.teamCodeHint')}
        dir="ltr"
        maxLength={20}
        isOptional
      />
    </>
  )
}
