import type { findTask, taskOwners } from '#app/events/tasks/task-queries.server.ts'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

interface Props {
  form: FormState
  task: Awaited<ReturnType<typeof findTask>> | null
  owners: Awaited<ReturnType<typeof taskOwners>>
}

export function TaskFields({ form, task, owners }: Props) {
  const { t } = usePage()
  // Who has it stays to be chosen, whatever became of their role.
  const own =
    task?.ownerId && !owners.some(({ id }) => id === task.ownerId)
      ? [{ id: task.ownerId, fullName: task.ownerName ?? '' }]
      : []
  return (
    <>
      <TextField form={form} name="title" label={t('figures.taskTitle')} defaultValue={task?.title} maxLength={200} />
      <div className="cols">
        <TextField
          form={form}
          name="dueOn"
          type="date"
          label={t('figures.dueOn')}
          defaultValue={task?.dueOn}
          isOptional
        />
        <SelectField
          form={form}
          name="ownerId"
          label={t('figures.owner')}
          blank={t('figures.nobodysTask')}
          options={[...own, ...owners].map(({ id, fullName }) => ({ value: id, label: fullName }))}
          defaultValue={task?.ownerId}
          isOptional
        />
      </div>
    </>
  )
}
