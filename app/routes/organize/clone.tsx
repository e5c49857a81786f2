import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CloneFields } from './clone-fields.tsx'
import { clonedAddress } from './cloned-note.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { requireCloning } from './require-cloning.server.ts'
import { cloneEvent } from '#app/events/cloning/clone-event.server.ts'
import { cloneFacts } from '#app/events/cloning/clone-facts.server.ts'
import { cloneSchema } from '#app/events/cloning/clone-form.ts'
import { cloneRelations } from '#app/events/cloning/clone-relations.server.ts'
import { nextFirstDay, nextTitle } from '#app/events/cloning/clone-suggestion.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('author.clone.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireCloning(request, context, params.event!)
  const { now, language } = context
  const { db } = context.services
  const [facts, relations] = await Promise.all([
    cloneFacts(db, { eventId: event.id, language }),
    cloneRelations(db, { eventId: event.id, language, now }),
  ])
  const { firstOn, zone, title } = facts!
  const startsOn = nextFirstDay(firstOn, now, zone)
  return {
    facts: facts!,
    relations,
    startsOn,
    title: nextTitle(title, firstOn.slice(0, 4), startsOn.slice(0, 4)),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireCloning(request, context, params.event!)
  const form = await readForm(request)
  const parsed = parseForm(form, cloneSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const made = await cloneEvent(context.services.db, {
    fromId: event.id,
    form: parsed.value,
    seriesIds: [event.seriesId],
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  return made.ok ? seeOther(context, clonedAddress(made.value)) : refused(form, made.refusals)
}

/** One screen from an edition, or from a template, to the draft of the next one. */
export default function Clone() {
  const data = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <PageHead
        form={form}
        title={t(data.facts.isTemplate ? 'author.clone.fromTemplate' : 'author.clone.title')}
        lead={t('author.clone.lead')}
      />
      <form method="post">
        <CloneFields form={form} {...data} />
        <p className="row after">
          <button className="go">{t('organize.createDraft')}</button>{' '}
          <a href={path(`/organize/${slug}`)}>{t('organize.leaveAsIs')}</a>
        </p>
      </form>
    </>
  )
}
