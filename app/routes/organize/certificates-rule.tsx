import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CertificatesRuleTexts } from './certificates-rule-texts.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { MomentField } from './moment-field.tsx'
import { PageHead } from './page-head.tsx'
import { Seen } from './seen.tsx'
import { certificateFacts, trackTitle, writtenText } from '#app/certificates/event-facts.server.ts'
import { ruleSchema } from '#app/certificates/rule-form.ts'
import { listSurveys, saveRule, seenRule } from '#app/certificates/save-rule.server.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import { CheckField, SelectField, TextField } from '#app/ui/fields.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('certificate.rule.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'organize')
  const { db } = context.services
  const [{ rule, seen }, surveys, facts] = await Promise.all([
    seenRule(db, event.id),
    listSurveys(db, event.id),
    certificateFacts(db, event.id),
  ])
  const tracks = ['', ...new Set(facts.tracks.map(({ id }) => id))].map((id) => ({
    id,
    title: id === '' ? null : trackTitle(facts, id, context.language),
    written: LANGUAGES.flatMap(({ code }) => {
      const own = facts.texts.filter(({ trackId }) => trackId === id)
      return writtenText({ ...facts, texts: own }, id, code) === null ? [] : [code]
    }),
    signatories: facts.signatories.filter(({ trackId }) => trackId === id).map(({ fullName }) => fullName),
  }))
  return { rule, seen, surveys, tracks, isSaved: new URL(request.url).searchParams.has('saved') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params.event!, 'organize')
  const { db } = context.services
  const form = await readForm(request)
  const known = await findEventForEditing(db, event.id, context.language)
  const parsed = parseForm(form, ruleSchema(known!.zone))
  if (!parsed.ok) return invalid(parsed.form)
  const actor = { kind: 'account', id: signedIn.accountId } as const
  const saved = await saveRule(db, { eventId: event.id, form: parsed.value, actor, now: context.now })
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/certificates/rule?saved`)
}

/** Who gets a certificate, what it says, and who signs. */
export default function Rule() {
  const { rule, seen, surveys, tracks, isSaved } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/certificates`
  return (
    <>
      <PageHead form={form} area="certificate" title={t('certificate.rule.title')} lead={t('certificate.rule.lead')} />
      {isSaved && form === EMPTY_FORM && (
        <Note is="ok">
          <p role="status">{t('certificate.rule.saved')}</p>
        </Note>
      )}
      <form method="post" action={path(`${base}/rule`)} noValidate>
        <Seen form={form} seen={seen} />
        <div className="cols">
          <TextField
            form={form}
            name="minimumShare"
            type="number"
            label={t('certificate.fields.minimumShare')}
            hint={t('certificate.hints.minimumShare')}
            defaultValue={rule.minimumShare}
          />
          <SelectField
            form={form}
            name="needsSurveyId"
            label={t('certificate.fields.needsSurveyId')}
            blank={t('certificate.rule.none')}
            options={surveys.map(({ id, kind }) => ({
              value: id,
              label: t('certificate.rule.untitled', { kind: t(`certificate.rule.kinds.${kind}`) }),
            }))}
            defaultValue={rule.needsSurveyId}
          />
          <TextField
            form={form}
            name="hours"
            type="number"
            label={t('certificate.fields.hours')}
            hint={t('certificate.hints.hours')}
            defaultValue={rule.hours}
          />
          <MomentField
            form={form}
            name="namesUntilAt"
            label={t('certificate.fields.namesUntilAt')}
            hint={t('certificate.hints.namesUntilAt')}
            at={rule.namesUntilAt}
            zone={zone}
            isOptional
          />
        </div>
        {(['needsName', 'needsSignOff'] as const).map((name) => (
          <CheckField
            key={name}
            form={form}
            name={name}
            label={t(`certificate.fields.${name}`)}
            hint={t(`certificate.hints.${name}`)}
            defaultValue={rule[name] === 1 ? 'on' : null}
          />
        ))}
        <p className="row after">
          <button className="go">{t('certificate.rule.save')}</button>{' '}
          <a href={path(base)}>{t('certificate.rule.back')}</a>
        </p>
      </form>
      <CertificatesRuleTexts tracks={tracks} base={base} />
    </>
  )
}
