import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, isGone } from './failed.server.ts'
import { Meanwhile } from '#app/ui/meanwhile.tsx'
import { PageHead } from './page-head.tsx'
import { sessionRefused } from './session-refused.server.ts'
import { factRows } from './session-words.ts'
import { SessionFields } from './session-fields.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { editingSetting, zoneOf } from '#app/programme/sessions/editing-setting.server.ts'
import { findSession } from '#app/programme/sessions/find-session.server.ts'
import { saveSession } from '#app/programme/sessions/save-session.server.ts'
import { sessionSchema } from '#app/programme/sessions/session-form.ts'
import { startingFields, storedFields } from '#app/programme/sessions/shown-fields.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('session.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'programme')
  const { db } = context.services
  const [setting, found] = await Promise.all([
    editingSetting(db, { eventId: event.id, language: context.language }),
    findSession(db, { eventId: event.id, sessionId: params.session ?? '' }),
  ])
  if (!found && params.session !== undefined && !isGone(context)) throw notFound()
  const fields = found ? storedFields(found, setting.zone) : startingFields(new URL(request.url).searchParams, setting)
  const { id, signedUp } = found?.session ?? { id: null, signedUp: 0 }
  return { id, signedUp, seen: found?.seen ?? '', fields, setting }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params.event!, 'programme')
  const { db } = context.services
  const form = await readForm(request)
  const parsed = parseForm(form, sessionSchema(await zoneOf(db, event.id)))
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveSession(db, {
    eventId: event.id,
    sessionId: params.session ?? null,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return await sessionRefused(context, { eventId: event.id, params, form, typed: parsed.value }, saved)
  const query = new URLSearchParams({ day: parsed.value.heldOn, saved: '1' })
  return seeOther(context, `/organize/${event.slug}/programme?${query}#s-${saved.value.id}`)
}

export default function Session() {
  const { id, signedUp, seen, fields, setting } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer?.form ?? EMPTY_FORM
  const facts = answer && 'facts' in answer ? answer.facts : null
  const { slug, rights } = useDesk()
  const page = usePage()
  const { t, path } = page
  const address = `/organize/${slug}/programme/sessions/${id ?? 'new'}`
  return (
    <>
      <PageHead form={form} area="session" title={id === null ? t('session.add') : t('session.edit')} />
      {id !== null && (
        <p className="row">
          <a href={path(`${address}/materials`)}>{t('session.materials.title')}</a>
          {rights.includes('people') && (fields.takesSignUps || signedUp > 0) && (
            <a href={path(`${address}/sign-ups`)}>
              {fields.capacity === ''
                ? t('session.signUps.linkNoLimit', { count: signedUp })
                : t('session.signUps.link', { count: signedUp, capacity: fields.capacity })}
            </a>
          )}
          <a href={path(`${address}/repeat`)}>{t('session.repeat.link')}</a>
          <a href={path(`${address}/remove`)}>{t('session.remove')}</a>
        </p>
      )}
      {facts && <Meanwhile rows={factRows(facts, setting.tracks, page)} />}
      <form method="post" action={path(address)}>
        <input type="hidden" name="seen" value={facts ? seen : (form.values.seen?.[0] ?? seen)} />
        <SessionFields form={form} fields={fields} setting={setting} />
        <p className="row after">
          <button className="go">{facts ? t('organize.saveMine') : t('session.save')}</button>{' '}
          <a href={path(`/organize/${slug}/programme`)}>{t('session.back')}</a>
        </p>
      </form>
    </>
  )
}
