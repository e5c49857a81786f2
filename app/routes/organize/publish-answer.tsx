import { Confirm } from './confirm.tsx'
import { useDesk } from './desk.ts'
import { RequestFacts } from './publish-requests.tsx'
import type { PublishRequest } from '#app/events/publishing/request-queries.server.ts'
import { TextArea } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** The page on which another organizer agrees that an event be published, or refuses and says why. */
export function PublishAnswer({
  request,
  form,
  is,
}: {
  request: PublishRequest
  form: FormState
  is: 'agree' | 'refuse'
}) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <Confirm
      form={form}
      title={t(`publishing.${is}Title`)}
      button={t(`publishing.${is}`)}
      back={`/organize/${slug}/publish`}
      isBlocked={request.state !== 'asked'}
      fields={
        <TextArea
          form={form}
          name="answer"
          label={t('publishing.answer')}
          hint={t('publishing.answerHint')}
          rows={3}
          maxLength={2000}
          isOptional={is === 'agree'}
        />
      }
    >
      <p>{t(request.state === 'asked' ? `publishing.${is}Lead` : 'refusal.request-over')}</p>
      <RequestFacts request={request} />
      <p>
        <a href={path(`/organize/${slug}/preview`)}>{t('organize.preview')}</a>
      </p>
    </Confirm>
  )
}
