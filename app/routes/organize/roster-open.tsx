import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { findRoster } from '#app/participants/rosters/find-roster.server.ts'
import { rosterOpenSchema } from '#app/participants/rosters/roster-form.ts'
import { unfreezeRoster } from '#app/participants/rosters/unfreeze-roster.server.ts'
import { TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('roster.openTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const roster = await findRoster(context.services.db, event.id)
  return { isFrozen: roster.frozenAt !== null }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const parsed = parseForm(form, rosterOpenSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const opened = await unfreezeRoster(context.services.db, {
    eventId: event.id,
    freezeOn: parsed.value.freezeOn,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!opened.ok) return refused(form, opened.refusals)
  return seeOther(context, `/organize/${event.slug}/roster`)
}

export default function Open() {
  const { isFrozen } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, startsOn, zone } = useDesk()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      area="roster"
      title={t('roster.openTitle')}
      button={t('roster.openButton')}
      back={`/organize/${slug}/roster`}
      isBlocked={!isFrozen}
      fields={
        <TextField
          form={form}
          name="freezeOn"
          type="date"
          label={t('roster.openUntil')}
          hint={t('roster.freezeOnHint', { zone })}
          defaultValue={startsOn}
        />
      }
    >
      <p>{t('roster.openLead')}</p>
    </Confirm>
  )
}
