import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireBroadcast } from './broadcast.server.ts'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { MomentField } from './moment-field.tsx'
import { previewRecipients } from '#app/broadcasts/preview-recipients.server.ts'
import { scheduleBroadcast } from '#app/broadcasts/schedule-broadcast.server.ts'
import { parseSegment } from '#app/broadcasts/segment.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { momentField } from '#app/events/local-moment.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { ChoiceField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('broadcast.send.title'))

export async function loader(args: LoaderFunctionArgs) {
  const { event, broadcast } = await requireBroadcast(args)
  const { context } = args
  const segment = parseSegment(broadcast.segment)
  const preview = await previewRecipients(context.services.db, { eventId: event.id, segment, now: context.now })
  const { id, name, version, state, kind, texts } = broadcast
  const isPossible = state === 'draft' && kind === 'once' && texts.length > 0
  return { id, name, version, isPossible, recipients: preview.recipients.length, leftOut: preview.leftOut.length }
}

export async function action(args: ActionFunctionArgs) {
  const { event, broadcast, change } = await requireBroadcast(args)
  const { context } = args
  const form = await readForm(args.request)
  const known = await findEventForEditing(context.services.db, event.id, context.language)
  const schema = z.object({
    when: z.enum(['now', 'later'], { error: 'form.required' }),
    sendAt: momentField(known!.zone),
    expected: z.coerce.number().int().min(0).max(1_000_000).catch(0),
    version: z.coerce.number().int().catch(-1),
  })
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return invalid(parsed.form)
  const { when, sendAt, expected, version } = parsed.value
  if (when === 'later' && sendAt === null) return refused(form, [{ code: 'broadcast-when', field: 'sendAt' }])
  const off = await scheduleBroadcast(context.services.db, {
    ...change,
    sendAt: when === 'now' ? null : sendAt,
    expected,
    version,
  })
  if (!off.ok) return refused(form, off.refusals)
  return seeOther(context, `/organize/${event.slug}/messages/${broadcast.id}`)
}

export default function Send() {
  const { id, name, version, isPossible, recipients, leftOut } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  return (
    <Confirm
      form={form}
      title={t('broadcast.send.title')}
      button={t('broadcast.send.button')}
      back={`/organize/${slug}/messages/${id}`}
      isBlocked={!isPossible}
      fields={
        <>
          <input type="hidden" name="expected" value={recipients} />
          <input type="hidden" name="version" value={version} />
          <ChoiceField
            form={form}
            name="when"
            legend={t('broadcast.send.when')}
            defaultValue="now"
            options={(['now', 'later'] as const).map((value) => ({ value, label: t(`broadcast.send.${value}`) }))}
          />
          <MomentField
            form={form}
            name="sendAt"
            label={t('broadcast.send.sendAt')}
            hint={t('broadcast.send.sendAtHint', { zone })}
            isOptional
            at={null}
            zone={zone}
          />
        </>
      }
    >
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      {isPossible ? (
        <>
          <p>{t('broadcast.send.lead', { count: recipients })}</p>
          {leftOut > 0 && (
            <p>
              <a href={path(`/organize/${slug}/messages/${id}/recipients?list=left-out`)}>
                {t('broadcast.segment.leftOut', { count: leftOut })}
              </a>
            </p>
          )}
          <p className="hint">{t('broadcast.segment.evaluated')}</p>
        </>
      ) : (
        <p>{t('broadcast.notNow')}</p>
      )}
    </Confirm>
  )
}
