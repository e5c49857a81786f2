import { useDesk } from './desk.ts'
import { MomentField } from './moment-field.tsx'
import { CheckField, ChoiceField, TextArea } from '#app/ui/fields.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** How a draft is published: now, at a time, or once another organizer has looked at it. */
export function PublishFields({
  form,
  needsReview,
  isReady,
}: {
  form: FormState
  needsReview: boolean
  isReady: boolean
}) {
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  if (!isReady)
    return (
      <Note is="warn">
        <p>{t('publishing.notReady')}</p>
      </Note>
    )
  return (
    <form method="post" action={path(`/organize/${slug}/publish`)}>
      <ChoiceField
        form={form}
        name="how"
        legend={t('publishing.how')}
        defaultValue="now"
        options={[
          { value: 'now', label: t(needsReview ? 'publishing.onceAgreed' : 'publishing.now') },
          { value: 'later', label: t('publishing.later'), detail: t('publishing.laterDetail') },
        ]}
      />
      <MomentField
        form={form}
        name="publishAt"
        label={t('publishing.publishAt')}
        hint={t('organize.inZone', { zone })}
        at={null}
        zone={zone}
        isOptional
      />
      {needsReview ? (
        <p className="after">{t('publishing.reviewNeeded')}</p>
      ) : (
        <div className="after">
          <CheckField
            form={form}
            name="isReviewed"
            label={t('publishing.isReviewed')}
            hint={t('publishing.reviewHint')}
          />
        </div>
      )}
      <TextArea
        form={form}
        name="note"
        label={t('publishing.note')}
        hint={t('publishing.noteHint')}
        rows={3}
        maxLength={2000}
        isOptional
      />
      <p className="row after">
        <button className="go">{t(needsReview ? 'publishing.ask' : 'organize.publish')}</button>{' '}
        <a href={path(`/organize/${slug}`)}>{t('organize.leaveAsIs')}</a>
      </p>
    </form>
  )
}
