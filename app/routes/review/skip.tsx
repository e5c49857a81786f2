import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { Ask } from './ask.tsx'
import { failed } from './failed.server.ts'
import { Frame } from './frame.tsx'
import { requireReview } from './review-place.server.ts'
import type { loader } from './conflict.tsx'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import { passOn } from '#app/applications/reviews/pass-on.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { TextField } from '#app/ui/fields.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { line } from '#app/values/fields.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export { handle, loader } from './conflict.tsx'

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('reviewing.skip.title') }))

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { accountId, event, call, number } = await requireReview(request, context, params)
  const form = await readForm(request)
  const parsed = parseForm(form, z.object({ why: line(300, 'reviewing.skip.enterWhy') }))
  if (!parsed.ok) return failed(parsed.form, 422)
  const { why } = parsed.value
  const { now } = context
  const passed = await passOn(context.services.db, { call, number, accountId, as: 'skipped', why, now })
  if (!passed.ok) return failed(refusedForm(form, passed.refusals), 409)
  const label = numberLabel(call.numberPrefix, number)
  return seeOther(context, `/review/${event.slug}/${call.slug}?passed=${label}`)
}

/** An application that a reviewer cannot judge, for another reason than knowing its writer. */
export default function Skip() {
  const { frame, label } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t } = usePage()
  return (
    <Frame frame={frame}>
      <Ask
        form={form}
        label={label}
        lead={t('reviewing.skip.lead')}
        title={t('reviewing.skip.title')}
        button={t('reviewing.skip.button')}
        back={`/review/${frame.event.slug}/${frame.call.slug}/${label}`}
        fields={
          <TextField
            form={form}
            name="why"
            label={t('reviewing.skip.why')}
            hint={t('reviewing.skip.whyHint')}
            maxLength={300}
          />
        }
      />
    </Frame>
  )
}
