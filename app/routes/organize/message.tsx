import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BroadcastTag } from '#app/ui/broadcast-tag.tsx'
import { requireBroadcast } from './broadcast.server.ts'
import { deskMeta, useDesk } from './desk.ts'
import { MessageProgress } from './message-progress.tsx'
import { MessageSteps } from './message-steps.tsx'
import { MessageTexts } from './message-texts.tsx'
import { SegmentWords } from './segment-words.tsx'
import { languagesOf } from '#app/broadcasts/languages-of.server.ts'
import { previewRecipients } from '#app/broadcasts/preview-recipients.server.ts'
import { parseSegment } from '#app/broadcasts/segment.ts'
import { segmentFacts } from '#app/broadcasts/segment-facts.server.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('broadcast.title'))

export async function loader(args: LoaderFunctionArgs) {
  const { event, broadcast } = await requireBroadcast(args)
  const { context, request } = args
  const { db } = context.services
  const segment = parseSegment(broadcast.segment)
  const isOpen = broadcast.startedAt === null && broadcast.state !== 'cancelled'
  const [facts, languages, preview] = await Promise.all([
    segmentFacts(db, { eventId: event.id, segment, language: context.language }),
    languagesOf(db, event.id),
    isOpen ? previewRecipients(db, { eventId: event.id, segment, now: context.now }) : null,
  ])
  const { segment: _stored, createdBy: _by, ...shown } = broadcast
  const address = new URL(request.url).searchParams
  return {
    broadcast: shown,
    segment,
    facts,
    languages,
    preview: preview && {
      recipients: preview.recipients.length,
      leftOut: preview.leftOut.length,
      languages: preview.languages,
    },
    done: address.has('tested') ? ('tested' as const) : address.has('saved') ? ('saved' as const) : null,
  }
}

export default function Message() {
  const { broadcast, segment, facts, languages, preview, done } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <div className="row ends">
        <div>
          <h1>
            <bdi>{broadcast.name || t('broadcast.title')}</bdi>
          </h1>
          <p>
            <BroadcastTag state={broadcast.state} />
          </p>
        </div>
        <MessageSteps broadcast={broadcast} />
      </div>
      {done && (
        <Note is="ok">
          <p role="status">{t(`broadcast.one.${done}`)}</p>
        </Note>
      )}
      {broadcast.state === 'paused' && (
        <Note is="warn">
          <p>{t('broadcast.one.isPaused')}</p>
        </Note>
      )}
      {broadcast.startedAt !== null && <MessageProgress broadcast={broadcast} />}
      <div className="rail">
        <Leaf id="texts" title={t('broadcast.one.texts')} isWide>
          <MessageTexts broadcast={broadcast} languages={languages} readers={preview?.languages ?? {}} />
        </Leaf>
        <aside className="flow" aria-label={t('organize.aside')}>
          <section className="sum flow" aria-labelledby="whom">
            <h2 id="whom">{t('broadcast.segment.title')}</h2>
            <SegmentWords segment={segment} facts={facts} />
            {preview && (
              <>
                <p>
                  <b>{t('broadcast.segment.count', { count: preview.recipients })}</b>
                  {preview.leftOut > 0 && (
                    <>
                      <br />
                      {t('broadcast.segment.leftOut', { count: preview.leftOut })}
                    </>
                  )}
                </p>
                <p className="hint">{t('broadcast.segment.evaluated')}</p>
              </>
            )}
            <p>
              <a href={path(`/organize/${slug}/messages/${broadcast.id}/recipients`)}>
                {t('broadcast.one.recipients')}
              </a>
            </p>
          </section>
        </aside>
      </div>
    </>
  )
}
