import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, refused } from './failed.server.ts'
import { HalfDoneOffer, KeepHalfDone } from './half-done.tsx'
import { dropHalfDone, findHalfDone } from './half-done.server.ts'
import { NewFields } from './new-fields.tsx'
import { NewFrom } from './new-from.tsx'
import { OrganizerSide } from './organizer-side.tsx'
import { PageHead } from './page-head.tsx'
import { listCloneable } from '#app/events/cloning/list-cloneable.server.ts'
import { createEvent } from '#app/events/create-event.server.ts'
import { newEventSchema } from '#app/events/new-event-form.ts'
import { listTemplates } from '#app/events/templates/list-templates.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireSeriesOrganizer } from '#app/http/guards.server.ts'
import { languageOf } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'work', section: 'organize', scripts: ['autosave'] }

const FORM = '/organize/new'

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('organize.newEvent') }))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { series, signedIn, reach } = await requireSeriesOrganizer(request, context)
  if (series.length === 0) throw notFound()
  const { language } = context
  const { db } = context.services
  const [draft, templates, editions] = await Promise.all([
    findHalfDone(request, context, { accountId: signedIn.accountId, form: FORM }),
    listTemplates(db, { reach, language }),
    listCloneable(db, { seriesIds: series.map(({ id }) => id), language }),
  ])
  const mine = new Set(series.map(({ id }) => id))
  return {
    series,
    email: signedIn.email,
    draft,
    templates: templates.filter(({ seriesId }) => mine.has(seriesId)).slice(0, 6),
    editions,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { series, signedIn } = await requireSeriesOrganizer(request, context)
  const form = await readForm(request)
  const parsed = parseForm(form, newEventSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const t = translator(languageOf(parsed.value.language))
  const created = await createEvent(context.services.db, {
    form: parsed.value,
    seriesIds: series.map(({ id }) => id),
    contactEmail: signedIn.email,
    names: { pool: t('author.new.pool'), ticket: t('author.new.ticket') },
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!created.ok) return refused(form, created.refusals)
  await dropHalfDone(context, { accountId: signedIn.accountId, form: FORM })
  return seeOther(context, `/organize/${created.value.slug}`)
}

export default function NewEvent() {
  const { series, email, draft, templates, editions } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? draft?.taken ?? EMPTY_FORM
  const { t, path } = usePage()
  return (
    <div className="main desk">
      <OrganizerSide mayCreate />
      <main id="main" tabIndex={-1}>
        <PageHead form={form} title={t('organize.newEvent')} lead={t('organize.newLead', { email })} />
        <HalfDoneOffer draft={draft} form={FORM} />
        <NewFrom templates={templates} editions={editions} />
        <form method="post" action={path(FORM)}>
          <NewFields form={form} series={series} />
          <p className="row after">
            <button className="go">{t('organize.createDraft')}</button> <KeepHalfDone form={FORM} />
          </p>
          <p className="hint">{t('author.new.after')}</p>
        </form>
      </main>
    </div>
  )
}
