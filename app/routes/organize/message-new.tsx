import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { PLACEHOLDERS } from '#app/mail/placeholders.ts'
import { PlaceholderList } from '#app/ui/placeholder-list.tsx'
import { SegmentWords } from './segment-words.tsx'
import { TextFields } from './text-fields.tsx'
import { textSchema } from '#app/broadcasts/broadcast-form.ts'
import { createBroadcast } from '#app/broadcasts/create-broadcast.server.ts'
import { languagesOf } from '#app/broadcasts/languages-of.server.ts'
import { previewRecipients } from '#app/broadcasts/preview-recipients.server.ts'
import { addressOfSegment, segmentOfAddress, wordsFor } from '#app/broadcasts/segment.ts'
import { segmentFacts } from '#app/broadcasts/segment-facts.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('broadcast.new.title'))

export const handle = { scripts: ['placeholders'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params['event']!)
  const { db } = context.services
  const segment = segmentOfAddress(new URL(request.url).searchParams)
  const [facts, preview, languages] = await Promise.all([
    segmentFacts(db, { eventId: event.id, segment, language: context.language }),
    previewRecipients(db, { eventId: event.id, segment, now: context.now }),
    languagesOf(db, event.id),
  ])
  return {
    segment,
    query: addressOfSegment(segment).toString(),
    facts,
    languages,
    recipients: preview.recipients.length,
    leftOut: preview.leftOut.length,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params['event']!)
  const form = await readForm(request)
  const parsed = parseForm(form, textSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const made = await createBroadcast(context.services.db, {
    eventId: event.id,
    segment: segmentOfAddress(new URL(request.url).searchParams),
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!made.ok) return refused(form, made.refusals)
  return seeOther(context, `/organize/${event.slug}/messages/${made.value.id}`)
}

export default function NewMessage() {
  const { segment, query, facts, languages, recipients, leftOut } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <PageHead form={form} title={t('broadcast.new.title')} lead={t('broadcast.new.lead')} />
      <div className="rail">
        <form method="post" action={path(`/organize/${slug}/messages/new?${query}`)}>
          <TextFields form={form} language={languages.own} languages={languages.all} />
          <p className="after">
            <button className="go">{t('broadcast.new.keep')}</button>
          </p>
        </form>
        <aside className="flow" aria-label={t('organize.aside')}>
          <section className="sum flow" aria-labelledby="whom">
            <h2 id="whom">{t('broadcast.segment.title')}</h2>
            <SegmentWords segment={segment} facts={facts} />
            <p>
              <b>{t('broadcast.segment.count', { count: recipients })}</b>
              {leftOut > 0 && (
                <>
                  <br />
                  {t('broadcast.segment.leftOut', { count: leftOut })}
                </>
              )}
            </p>
            <p className="hint">{t('broadcast.segment.evaluated')}</p>
            <p>
              <a href={path(`/organize/${slug}/registrations?${query}`)}>{t('broadcast.segment.change')}</a>
            </p>
          </section>
          <PlaceholderList names={PLACEHOLDERS[wordsFor(segment)]} />
        </aside>
      </div>
    </>
  )
}
