import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { OwnTiming } from './own-timing.tsx'
import { PageHead } from './page-head.tsx'
import { PLACEHOLDERS } from '#app/mail/placeholders.ts'
import { PlaceholderList } from '#app/ui/placeholder-list.tsx'
import { StoredText } from './stored-text.tsx'
import { suggestedTexts } from './suggested-texts.ts'
import { TextFields } from './text-fields.tsx'
import { TextIn } from './text-in.tsx'
import { languagesOf } from '#app/broadcasts/languages-of.server.ts'
import { ownSchema } from '#app/broadcasts/own/own-form.ts'
import { isOwnKind, wordsForOwn } from '#app/broadcasts/own/own-kinds.ts'
import { saveOwnMessage } from '#app/broadcasts/own/save-own-message.server.ts'
import { findOwnMessage } from '#app/broadcasts/queries.server.ts'
import { TEXT_LANGUAGES } from '#app/events/text-languages.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { CheckField } from '#app/ui/fields.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('broadcast.own.title'))

export const handle = { scripts: ['placeholders'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params['event']!)
  const kind = params['own']
  if (!isOwnKind(kind)) throw notFound()
  const { db } = context.services
  const [known, languages] = await Promise.all([
    findOwnMessage(db, { eventId: event.id, kind }),
    languagesOf(db, event.id),
  ])
  const address = new URL(request.url).searchParams
  const asked = address.get('text') ?? languages.own
  const language = TEXT_LANGUAGES.includes(asked) ? asked : languages.own
  const texts = known ? known.texts : suggestedTexts(kind, languages.all)
  const fresh = suggestedTexts(kind, [language])[0]
  return {
    kind,
    language,
    texts: texts.map((text) => text.language),
    text: texts.find((text) => text.language === language) ?? fresh ?? { subject: '', body: '' },
    known: known && {
      id: known.id,
      state: known.state,
      version: known.version,
      isSent: known.startedAt !== null,
      offsetDays: known.offsetDays,
      atTime: known.atTime,
      sendAt: known.sendAt,
    },
    isSaved: address.has('saved'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params['event']!)
  const kind = params['own']
  if (!isOwnKind(kind)) throw notFound()
  const { db } = context.services
  const form = await readForm(request)
  const parsed = parseForm(form, ownSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const { all } = await languagesOf(db, event.id)
  const saved = await saveOwnMessage(db, {
    eventId: event.id,
    kind,
    form: parsed.value,
    suggested: suggestedTexts(kind, all),
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/messages/own/${kind}?text=${parsed.value.language}&saved=1`)
}

export default function OwnMessage() {
  const { kind, language, texts, text, known, isSaved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  const isStale = form.errors['']?.includes('refusal.broadcast-stale') ?? false
  const version = known?.version ?? 0
  const base = `/organize/${slug}/messages/own/${kind}`
  return (
    <>
      <PageHead form={form} title={t(`broadcast.own.kinds.${kind}`)} lead={t(`broadcast.own.what.${kind}`)} />
      {isSaved && !answer && (
        <Note is="ok">
          <p role="status">{t('broadcast.own.saved')}</p>
        </Note>
      )}
      {isStale && <StoredText text={text} />}
      {known?.isSent ? (
        <Note>
          <p>
            {t('broadcast.own.sentAlready')}{' '}
            <a href={path(`/organize/${slug}/messages/${known.id}`)}>{t('broadcast.own.isSent')}</a>
          </p>
        </Note>
      ) : (
        <>
          <TextIn address={base} code={language} languages={texts} />
          <div className="rail">
            <form method="post" action={path(`${base}?text=${language}`)}>
              <input type="hidden" name="version" value={isStale ? version : (form.values.version?.[0] ?? version)} />
              <CheckField
                form={form}
                name="isOn"
                label={t(kind === 'confirmation' ? 'broadcast.own.isOnConfirmation' : 'broadcast.own.isOn')}
                defaultValue={known?.state === 'scheduled' ? 'on' : null}
              />
              <OwnTiming form={form} kind={kind} known={known} />
              <TextFields form={form} language={language} stored={text} hasSubject={kind !== 'confirmation'} />
              <p className="row after">
                <button className="go">{t('broadcast.own.save')}</button>{' '}
                {known && kind !== 'confirmation' && (
                  <a className="btn" href={path(`/organize/${slug}/messages/${known.id}/preview`)}>
                    {t('broadcast.one.preview')}
                  </a>
                )}
              </p>
            </form>
            <aside aria-label={t('organize.aside')}>
              <PlaceholderList names={PLACEHOLDERS[wordsForOwn(kind)]} />
            </aside>
          </div>
        </>
      )}
    </>
  )
}
