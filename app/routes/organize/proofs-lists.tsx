import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { PageHead } from './page-head.tsx'
import { ListsTable } from './proofs-lists-table.tsx'
import { readText } from '#app/files/read-text.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { addEligible, countEligible } from '#app/registrations/proofs/add-eligible.server.ts'
import { eligibleLines } from '#app/registrations/proofs/eligible-lines.ts'
import { eligibleListSchema, LISTED } from '#app/registrations/proofs/lists-form.ts'
import { SelectField, TextArea } from '#app/ui/fields.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('question.proofs.lists'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  return { counts: Object.fromEntries(await countEligible(context.services.db, event.id)) as Record<string, number> }
}

interface Answer {
  form: FormState
  done: { added: number; known: number; bad: number[] } | null
}

/** Answers with the page itself: which lines were bad is told once and kept nowhere. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request, { files: true })
  const file = form.get('file')
  const content = file instanceof File && file.size > 0 ? readText(new Uint8Array(await file.arrayBuffer())) : ''
  form.delete('file')
  const parsed = parseForm(form, eligibleListSchema)
  const wrong = (message: string, field: string, status = 422) =>
    data<Answer>({ form: { ...refusedForm(form, []), errors: { [field]: [message] } }, done: null }, { status })
  if (!parsed.ok) return data<Answer>({ form: parsed.form, done: null }, { status: 422 })
  if (content === null) return wrong('question.proofs.notText', 'file')
  const [pasted, sent] = [eligibleLines(parsed.value.list), eligibleLines(content)]
  const [entries, bad] = [
    [...pasted.entries, ...sent.entries],
    [...pasted.bad, ...sent.bad],
  ]
  if (entries.length === 0 && bad.length === 0) return wrong('question.proofs.nothing', 'list')
  const added = await addEligible(context.services.db, {
    eventId: event.id,
    eligibility: parsed.value.eligibility,
    entries,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!added.ok) return wrong('refusal.busy', '', 503)
  return data<Answer>({ form: EMPTY_FORM, done: { ...added.value, bad } })
}

export default function Lists() {
  const { counts } = useLoaderData<typeof loader>()
  const { form, done } = useActionData<typeof action>() ?? { form: EMPTY_FORM, done: null }
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <PageHead form={form} title={t('question.proofs.lists')} lead={t('question.proofs.listsLead')} />
      {done && <Done {...done} />}
      <ListsTable counts={counts} />
      <form
        method="post"
        encType="multipart/form-data"
        action={path(`/organize/${slug}/proofs/lists`)}
        className="flow after"
      >
        <SelectField
          form={form}
          name="eligibility"
          label={t('question.proofs.kind')}
          options={LISTED.map((value) => ({ value, label: t(`question.proofs.eligibility.${value}`) }))}
        />
        <TextArea
          form={form}
          name="list"
          label={t('question.proofs.paste')}
          hint={t('question.proofs.pasteHint')}
          rows={8}
          dir="ltr"
          isOptional
        />
        <FileField form={form} name="file" label={t('question.proofs.file')} accept=".csv,.txt" isOptional />
        <p className="row after">
          <button className="go">{t('question.proofs.add')}</button>{' '}
          <a href={path(`/organize/${slug}/proofs`)}>{t('question.proofs.back')}</a>
        </p>
      </form>
    </>
  )
}

const MOST_NUMBERS = 40

function Done({ added, known, bad }: NonNullable<Answer['done']>) {
  const { t } = usePage()
  const lines = bad.slice(0, MOST_NUMBERS).join(t('common.listSeparator')) + (bad.length > MOST_NUMBERS ? ' …' : '')
  return (
    <Note is={bad.length > 0 ? 'warn' : 'ok'}>
      <p role="status">
        {t('question.proofs.added', { count: added })} {known > 0 && t('question.proofs.known', { count: known })}{' '}
        {bad.length > 0 && t('question.proofs.bad', { count: bad.length, lines })}
      </p>
    </Note>
  )
}
