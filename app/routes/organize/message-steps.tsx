import { useDesk } from './desk.ts'
import type { FoundBroadcast } from '#app/broadcasts/queries.server.ts'
import { usePage } from '#app/ui/use-page.ts'

type Shown = Pick<FoundBroadcast, 'id' | 'kind' | 'state' | 'messages' | 'texts'>

/** What can be done with a message as it stands: the next step first. */
export function MessageSteps({ broadcast }: { broadcast: Shown }) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  const { id, kind, state, texts } = broadcast
  const at = (page: string) => path(`/organize/${slug}/messages/${id}/${page}`)
  const isLeft = broadcast.messages.waiting > 0
  return (
    <p className="row">
      {state === 'draft' && kind === 'once' && texts.length > 0 && (
        <a className="btn go" href={at('send')}>
          {t('broadcast.one.send')}
        </a>
      )}
      {(state === 'scheduled' || state === 'sending') && (
        <a className="btn" href={at('pause')}>
          {t('broadcast.one.pause')}
        </a>
      )}
      {state === 'paused' && (
        <a className="btn go" href={at('resume')}>
          {t('broadcast.one.resume')}
        </a>
      )}
      {texts.length > 0 && (
        <a className="btn" href={at('preview')}>
          {t('broadcast.one.preview')}
        </a>
      )}
      {(['scheduled', 'sending', 'paused'].includes(state) || (state === 'done' && isLeft)) && (
        <a href={at('cancel')}>{t('broadcast.one.cancel')}</a>
      )}
      {state === 'draft' && kind === 'once' && <a href={at('remove')}>{t('broadcast.one.remove')}</a>}
      {state !== 'draft' && <a href={at('copy')}>{t('broadcast.one.copy')}</a>}
    </p>
  )
}
