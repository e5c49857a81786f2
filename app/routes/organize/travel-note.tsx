import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { HalfDoneOffer, KeepHalfDone } from './half-done.tsx'
import { dropHalfDone, findHalfDone } from './half-done.server.ts'
import { PageHead } from './page-head.tsx'
import { Seen } from './seen.tsx'
import { TextIn } from './text-in.tsx'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { textLanguage } from '#app/events/details-form.ts'
import { saveVisaNote } from '#app/events/travel/save-visa-note.server.ts'
import { visaNoteSchema } from '#app/events/travel/visa-note-form.ts'
import { visaNoteToEdit } from '#app/events/travel/visa-notes.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { CountryField, TextArea } from '#app/ui/fields.tsx'
import { Markdown } from '#app/ui/markdown.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'
import { isCountry } from '#app/values/fields.ts'
import { EMPTY_FORM, typedValue } from '#app/values/form-state.ts'

export const handle = { scripts: ['autosave'] }

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('workspace.travel'))

/** The country of an address, '' of `new`. @throws 404 for what is none. */
function countryOf(typed: string): string {
  const country = typed === 'new' ? '' : typed.toUpperCase()
  if (country !== '' && !isCountry(country)) throw notFound()
  return country
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const country = countryOf(params.country!)
  const own = (await findEventForEditing(db, event.id, context.language))!
  const language = textLanguage()
    .catch(own.language)
    .parse(new URL(request.url).searchParams.get('text') ?? own.language)
  const form = addressOf(event.slug, country, language)
  const [stored, draft] = await Promise.all([
    visaNoteToEdit(db, { eventId: event.id, country, language }),
    findHalfDone(request, context, { accountId: signedIn.accountId, form }),
  ])
  return { stored, draft, form }
}

function addressOf(slug: string, country: string, language: string): string {
  return `/organize/${slug}/travel/${country.toLowerCase() || 'new'}?text=${language}`
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const country = countryOf(params.country!)
  const form = await readForm(request)
  const parsed = parseForm(form, visaNoteSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveVisaNote(context.services.db, {
    eventId: event.id,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return refused(form, saved.refusals)
  const draft = addressOf(event.slug, country, parsed.value.textLanguage)
  await dropHalfDone(context, { accountId: signedIn.accountId, form: draft })
  return seeOther(context, `/organize/${event.slug}/travel`)
}

export default function TravelNote() {
  const { stored, draft, form: address } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer?.form ?? draft?.taken ?? EMPTY_FORM
  const { slug, zone } = useDesk()
  const { t, language, path } = usePage()
  const isNew = stored.country === ''
  const typed = typedValue(form, 'note')
  return (
    <>
      <PageHead
        form={form}
        title={
          isNew ? t('author.travel.add') : t('author.travel.of', { country: countryName(stored.country, language) })
        }
      />
      {!answer && <HalfDoneOffer draft={draft} form={address} zone={zone} />}
      {!isNew && (
        <TextIn
          address={`/organize/${slug}/travel/${stored.country.toLowerCase()}`}
          code={stored.language}
          languages={stored.languages}
        />
      )}
      <form method="post" action={path(address)}>
        <Seen form={form} seen={stored.seen} />
        <input type="hidden" name="textLanguage" value={stored.language} />
        {isNew ? (
          <CountryField form={form} name="country" label={t('organize.country')} />
        ) : (
          <input type="hidden" name="country" value={stored.country} />
        )}
        <TextArea
          form={form}
          name="note"
          label={t('author.travel.note')}
          hint={isNew ? t('organize.markdownHint') : `${t('organize.markdownHint')} ${t('author.travel.emptyHint')}`}
          rows={6}
          lang={stored.language}
          defaultValue={stored.note}
          maxLength={4000}
          isOptional={!isNew}
        />
        {typed !== undefined && stored.note !== '' && typed !== stored.note && (
          <section className="flow" aria-labelledby="saved">
            <h2 id="saved">{t('organize.savedMeanwhile')}</h2>
            <Markdown text={stored.note} />
          </section>
        )}
        <p className="row after">
          <button className="go">{t('organize.save')}</button> <KeepHalfDone form={address} />{' '}
          <a href={path(`/organize/${slug}/travel`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
