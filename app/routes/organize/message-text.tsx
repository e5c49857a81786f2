import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBroadcast } from './broadcast.server.ts'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { PLACEHOLDERS } from '#app/mail/placeholders.ts'
import { PlaceholderList } from '#app/ui/placeholder-list.tsx'
import { StoredText } from './stored-text.tsx'
import { TextFields } from './text-fields.tsx'
import { textSchema } from '#app/broadcasts/broadcast-form.ts'
import { languagesOf } from '#app/broadcasts/languages-of.server.ts'
import { saveText } from '#app/broadcasts/save-text.server.ts'
import { parseSegment, wordsFor } from '#app/broadcasts/segment.ts'
import { TEXT_LANGUAGES } from '#app/events/text-languages.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { languageName } from '#app/values/dates.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('broadcast.one.texts'))

export const handle = { scripts: ['placeholders'] }

export async function loader(args: LoaderFunctionArgs) {
  const { event, broadcast } = await requireBroadcast(args)
  // An own message of the event has a page of its own.
  if (broadcast.kind !== 'once') throw notFound()
  const { own } = await languagesOf(args.context.services.db, event.id)
  const asked = new URL(args.request.url).searchParams.get('text') ?? own
  const language = TEXT_LANGUAGES.includes(asked) ? asked : own
  const { id, version, texts, segment } = broadcast
  const stored = texts.find((text) => text.language === language) ?? { subject: '', body: '' }
  return { id, version, language, stored, wordsFor: wordsFor(parseSegment(segment)) }
}

export async function action(args: ActionFunctionArgs) {
  const { event, broadcast, change } = await requireBroadcast(args)
  if (broadcast.kind !== 'once') throw notFound()
  const form = await readForm(args.request)
  const parsed = parseForm(form, textSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveText(args.context.services.db, { ...change, form: parsed.value })
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(args.context, `/organize/${event.slug}/messages/${broadcast.id}?saved=1`)
}

export default function MessageText() {
  const { id, version, language: chosen, stored, wordsFor } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path, language } = usePage()
  const isStale = form.errors['']?.includes('refusal.broadcast-stale') ?? false
  return (
    <>
      <PageHead form={form} title={t('broadcast.text.title', { language: languageName(chosen, language) })} />
      {isStale && <StoredText text={stored} />}
      <div className="rail">
        <form method="post" action={path(`/organize/${slug}/messages/${id}/text?text=${chosen}`)}>
          <input type="hidden" name="version" value={isStale ? version : (form.values.version?.[0] ?? version)} />
          <TextFields form={form} language={chosen} stored={stored} />
          <p className="hint">{t('broadcast.text.emptyRemoves')}</p>
          <p className="row after">
            <button className="go">{t('broadcast.text.save')}</button>{' '}
            <a href={path(`/organize/${slug}/messages/${id}`)}>{t('organize.leaveAsIs')}</a>
          </p>
        </form>
        <aside aria-label={t('organize.aside')}>
          <PlaceholderList names={PLACEHOLDERS[wordsFor]} />
        </aside>
      </div>
    </>
  )
}
