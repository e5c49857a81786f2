import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Frame } from './frame.tsx'
import { requireOwnMessage } from './own-message.server.ts'
import { teachFrame } from './teach-frame.server.ts'
import { previewLetter } from '#app/broadcasts/preview-letter.server.ts'
import { previewRecipients } from '#app/broadcasts/preview-recipients.server.ts'
import { taughtEvent } from '#app/participants/home/taught-event.server.ts'
import { BroadcastTag } from '#app/ui/broadcast-tag.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: args.data?.message.name || t('workshop.mail.title') }))

export async function loader(args: LoaderFunctionArgs) {
  const { event, signedIn, trackIds, message, segment } = await requireOwnMessage(args)
  const { context, request } = args
  const { db, config } = context.services
  const isOpen = message.state === 'draft'
  const [frame, { contactEmail }, preview] = await Promise.all([
    teachFrame(context, { eventId: event.id, trackIds }),
    taughtEvent(db, event.id),
    isOpen ? previewRecipients(db, { eventId: event.id, segment, now: context.now }) : null,
  ])
  const reader = preview?.recipients[0]
  const written = reader ? await previewLetter(db, { broadcast: message, reader, baseUrl: config.baseUrl }) : null
  const { id, name, state, messages } = message
  return {
    frame,
    message: { id, name, state, texts: message.texts },
    isOpen,
    // How many, never who or where.
    recipients: preview ? preview.recipients.length : messages.sent + messages.waiting + messages.sending,
    leftOut: preview?.leftOut.length ?? 0,
    letter: written && { subject: written.letter.subject, text: written.letter.text },
    answersTo: message.repliesToAuthor === 1 ? signedIn.email : contactEmail,
    isTested: new URL(request.url).searchParams.has('tested'),
  }
}

/** A message of the reader's: as one participant gets it, to how many, and what can be done with it. */
export default function Message() {
  const { frame, message, isOpen, recipients, leftOut, letter, answersTo, isTested } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  const base = `/teach/${frame.event.slug}/messages`
  const own = `${base}/${message.id}`
  return (
    <Frame frame={frame}>
      <div className="row ends">
        <div>
          <h1>
            <bdi>{message.name}</bdi>
          </h1>
          <p>
            <BroadcastTag state={message.state} />
          </p>
        </div>
        {isOpen && (
          <p className="row">
            <a className="btn go" href={path(`${own}/send`)}>
              {t('workshop.mail.send')}
            </a>{' '}
            <a href={path(`${own}/text`)}>{t('workshop.mail.edit')}</a>{' '}
            <a href={path(`${own}/remove`)}>{t('workshop.mail.remove')}</a>
          </p>
        )}
      </div>
      {isTested && (
        <Note is="ok">
          <p role="status">{t('workshop.mail.tested')}</p>
        </Note>
      )}
      <p>
        <b>{t(isOpen ? 'workshop.mail.goesTo' : 'workshop.mail.wentTo', { count: recipients })}</b>{' '}
        {leftOut > 0 && t('workshop.mail.leftOut', { count: leftOut })}{' '}
        {answersTo && t('workshop.mail.answersTo', { email: answersTo })}
      </p>
      {isOpen ? (
        <Leaf id="preview" title={t('workshop.mail.preview')} isWide>
          {letter ? (
            <>
              <p>
                <b>
                  <bdi>{letter.subject}</bdi>
                </b>
              </p>
              <div className="scroll" role="group" tabIndex={0} aria-labelledby="preview">
                <pre dir="auto">{letter.text}</pre>
              </div>
              <form method="post" action={path(`${own}/test`)}>
                <button>{t('workshop.mail.test')}</button>
              </form>
            </>
          ) : (
            <p className="mute">{t('workshop.mail.previewNobody')}</p>
          )}
        </Leaf>
      ) : (
        message.texts.map(({ language, subject, body }) => (
          <section key={language} className="leaf wide">
            <h2 lang={language} dir="auto">
              {subject}
            </h2>
            <div className="scroll" role="group" tabIndex={0} aria-label={subject}>
              <pre lang={language} dir="auto">
                {body}
              </pre>
            </div>
          </section>
        ))
      )}
      <p className="after">
        <a href={path(base)}>{t('workshop.mail.back')}</a>
      </p>
    </Frame>
  )
}
