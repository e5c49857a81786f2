import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { linkChange, loadLink } from './preview-links.server.ts'
import { endPreviewLink } from '#app/events/publishing/preview-link.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('publishing.link.end'))

export async function loader(args: LoaderFunctionArgs) {
  return await loadLink(args)
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request)
  const { slug, ...input } = await linkChange(args, form)
  const ended = await endPreviewLink(args.context.services.db, input)
  if (!ended.ok) return refused(form, ended.refusals)
  return seeOther(args.context, `/organize/${slug}/preview/link`)
}

export default function EndLink() {
  const { link, version } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('publishing.link.endTitle')}
      button={t('publishing.link.end')}
      back={`/organize/${slug}/preview/link`}
      isBlocked={link === null}
      fields={<input type="hidden" name="seen" value={version} />}
    >
      <p>{t(link === null ? 'publishing.link.none' : 'publishing.link.endLead')}</p>
    </Confirm>
  )
}
