import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { savingCall } from './call-saving.server.ts'
import { requireCall } from './call.server.ts'
import { deskMeta } from './desk.ts'
import { isGone } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { SavedMeanwhile } from './saved-meanwhile.tsx'
import { TextIn, textOf } from './text-in.tsx'
import { useCall } from './use-call.ts'
import { listSections } from '#app/applications/calls/list-call-questions.server.ts'
import { saveSection, seenSection } from '#app/applications/calls/save-section.server.ts'
import { sectionSchema } from '#app/applications/calls/section-form.ts'
import { notFound } from '#app/http/answers.ts'
import { TextArea, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('call.form.section'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireCall(request, context, params)
  const sections = await listSections(context.services.db, call.id, context.language)
  const section = sections.find(({ id }) => id === params.section) ?? null
  if (!section && params.section !== 'new' && !isGone(context)) throw notFound()
  const wanted = new URL(request.url).searchParams.get('text')
  const { code, text, languages } = textOf(section?.texts ?? [], wanted, call.language)
  return { section, code, languages, seen: section ? seenSection(text) : '' }
}

export const action = savingCall({
  schema: () => sectionSchema,
  save: ({ db, params }, change) =>
    saveSection(db, { ...change, sectionId: params.section === 'new' ? null : params.section! }),
  to: ({ id }, { slug }) => `${slug}/form#s-${id}`,
})

export default function CallSection() {
  const { section, code: wanted, languages, seen } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const code = form.values.textLanguage?.[0] ?? wanted
  const text = section?.texts.find(({ language }) => language === code)
  const original = section?.texts.find(({ language }) => language !== code)
  const list = `/organize/${slug}/calls/${call.slug}/form`
  const address = `${list}/sections/${section?.id ?? 'new'}`
  return (
    <>
      <PageHead form={form} area="call" title={t(section ? 'call.form.editSection' : 'call.form.addSection')} />
      {section && <TextIn address={address} code={code} languages={languages} />}
      <form method="post" action={path(`${address}?text=${code}`)} className="narrow">
        <input type="hidden" name="textLanguage" value={code} />
        <SavedMeanwhile
          form={form}
          seen={seen}
          rows={[
            { name: 'title', label: t('call.fields.sectionTitle'), saved: text?.title ?? '' },
            { name: 'help', label: t('call.fields.help'), saved: text?.help ?? '' },
          ]}
        />
        <TextField
          form={form}
          name="title"
          label={t('call.fields.sectionTitle')}
          hint={(!text && original?.title) || t('call.hints.sectionTitle')}
          defaultValue={text?.title}
          lang={code}
          maxLength={200}
        />
        <TextArea
          form={form}
          name="help"
          label={t('call.fields.help')}
          hint={(!text && original?.help) || undefined}
          defaultValue={text?.help}
          lang={code}
          maxLength={2000}
          isOptional
        />
        <p className="row after">
          <button className="go">{t('call.save')}</button> <a href={path(list)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
