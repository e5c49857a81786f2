import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Anchors, Weights } from './call-criterion-fields.tsx'
import { savingCall } from './call-saving.server.ts'
import { requireCall } from './call.server.ts'
import { deskMeta } from './desk.ts'
import { isGone } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { SavedMeanwhile } from './saved-meanwhile.tsx'
import { TextIn, textOf } from './text-in.tsx'
import { useCall } from './use-call.ts'
import { criterionSchema } from '#app/applications/calls/criterion-form.ts'
import { isScored, listCriteria, seenCriterion } from '#app/applications/calls/list-criteria.server.ts'
import { saveCriterion } from '#app/applications/calls/save-criterion.server.ts'
import { notFound } from '#app/http/answers.ts'
import { TextArea, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('call.rubric.criterion'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireCall(request, context, params)
  const { db } = context.services
  const [criteria, scored] = await Promise.all([listCriteria(db, call.id, context.language), isScored(db, call.id)])
  const criterion = criteria.find(({ id }) => id === params.criterion) ?? null
  if (!criterion && params.criterion !== 'new' && !isGone(context)) throw notFound()
  const wanted = new URL(request.url).searchParams.get('text')
  const { code, text, languages } = textOf(criterion?.texts ?? [], wanted, call.language)
  return { criterion, scored, code, languages, seen: criterion ? seenCriterion(criterion, text) : '' }
}

export const action = savingCall({
  schema: () => criterionSchema,
  save: ({ db, params }, change) =>
    saveCriterion(db, { ...change, criterionId: params.criterion === 'new' ? null : params.criterion! }),
  to: (_saved, { slug }) => `${slug}/rubric`,
})

export default function CallCriterion() {
  const { criterion, scored, code: wanted, languages, seen } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const code = form.values.textLanguage?.[0] ?? wanted
  const text = criterion?.texts.find(({ language }) => language === code)
  const original = criterion?.texts.find(({ language }) => language !== code)
  const list = `/organize/${slug}/calls/${call.slug}/rubric`
  const address = `${list}/${criterion?.id ?? 'new'}`
  return (
    <>
      <PageHead form={form} area="call" title={criterion ? criterion.label : t('call.rubric.add')} />
      {scored && (
        <Note>
          <p>{t('call.rubric.scored')}</p>
        </Note>
      )}
      {criterion && <TextIn address={address} code={code} languages={languages} />}
      <form method="post" action={path(`${address}?text=${code}`)}>
        <input type="hidden" name="textLanguage" value={code} />
        <SavedMeanwhile
          form={form}
          seen={seen}
          rows={[
            { name: 'label', label: t('call.fields.criterion'), saved: text?.label ?? '' },
            { name: 'help', label: t('call.fields.help'), saved: text?.help ?? '' },
            { name: 'maximum', label: t('call.fields.highestScore'), saved: String(criterion?.maximum ?? '') },
            { name: 'weight', label: t('call.fields.weight'), saved: String(criterion?.weights[''] ?? '') },
          ]}
        />
        <Leaf id="scored" title={t('call.rubric.whatIsScored')} isWide>
          <TextField
            form={form}
            name="label"
            label={t('call.fields.criterion')}
            hint={!text && original?.label}
            defaultValue={text?.label}
            lang={code}
            maxLength={200}
          />
          <TextArea
            form={form}
            name="help"
            label={t('call.fields.help')}
            hint={(!text && original?.help) || t('call.hints.criterionHelp')}
            defaultValue={text?.help}
            lang={code}
            rows={2}
            maxLength={1000}
            isOptional
          />
          <TextField
            form={form}
            name="maximum"
            type="number"
            label={t('call.fields.highestScore')}
            hint={t('call.hints.highestScore')}
            defaultValue={criterion?.maximum ?? 5}
          />
        </Leaf>
        <Weights form={form} criterion={criterion} />
        <Anchors form={form} anchors={text?.anchors ?? original?.anchors ?? []} language={code} />
        <p className="row after">
          <button className="go">{t('call.save')}</button> <a href={path(list)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
