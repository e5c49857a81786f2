import { useDesk } from './desk.ts'
import type { PublishRequest } from '#app/events/publishing/request-queries.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

const TAGS: Record<PublishRequest['state'], TagKind> = {
  asked: 'wait',
  agreed: 'ok',
  done: 'ok',
  refused: 'bad',
  failed: 'bad',
  withdrawn: 'off',
}

/** What waits for somebody's word, or for its time. */
export function PublishOpen({ request, mayAnswer }: { request: PublishRequest; mayAnswer: boolean }) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  const page = (name: string) => path(`/organize/${slug}/publish/${request.id}/${name}`)
  return (
    <section className="sum flow" aria-labelledby="open-request">
      <h2 id="open-request">{t(request.state === 'asked' ? 'publishing.waitsForWord' : 'publishing.waitsForTime')}</h2>
      <RequestFacts request={request} />
      <p className="row">
        {mayAnswer && (
          <>
            <a className="btn go" href={page('agree')}>
              {t('publishing.agree')}
            </a>{' '}
            <a className="btn" href={page('refuse')}>
              {t('publishing.refuse')}
            </a>{' '}
          </>
        )}
        <a href={page('withdraw')}>{t('publishing.withdraw')}</a>
      </p>
    </section>
  )
}

/** Who asked, for when, and what was said. */
export function RequestFacts({ request }: { request: PublishRequest }) {
  const { zone } = useDesk()
  const { t } = usePage()
  return (
    <>
      <p>
        {t('publishing.askedBy', { name: request.askedName || t('publishing.somebody') })}{' '}
        <small>
          <Moment at={request.askedAt} zone={zone} />
        </small>
      </p>
      {request.publishAt && (
        <p>
          {t('publishing.publishAt')}: <Moment at={request.publishAt} zone={zone} />
        </p>
      )}
      {request.note && <p dir="auto">{request.note}</p>}
      {request.decidedName && request.decidedBy !== request.askedBy && (
        <p>{t('publishing.answeredBy', { name: request.decidedName })}</p>
      )}
      {request.answer && <p dir="auto">{request.answer}</p>}
    </>
  )
}

/** What was asked before, and what became of it. */
export function PublishHistory({ requests }: { requests: PublishRequest[] }) {
  const { t } = usePage()
  return (
    <section aria-labelledby="past-requests" className="flow">
      <h2 id="past-requests">{t('publishing.before')}</h2>
      <ul role="list" className="timeline">
        {requests.map((request) => (
          <li key={request.id}>
            <Tag is={TAGS[request.state]}>{t(`publishing.states.${request.state}`)}</Tag>
            <RequestFacts request={request} />
          </li>
        ))}
      </ul>
    </section>
  )
}
