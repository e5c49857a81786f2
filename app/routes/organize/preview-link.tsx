import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { linkChange, loadLink } from './preview-links.server.ts'
import { Note } from '#app/ui/note.tsx'
import { renewPreviewLink } from '#app/events/publishing/preview-link.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('publishing.link.title'))

export async function loader(args: LoaderFunctionArgs) {
  return await loadLink(args)
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request)
  const { slug, ...input } = await linkChange(args, form)
  const renewed = await renewPreviewLink(args.context.services.db, input)
  if (!renewed.ok) return refused(form, renewed.refusals)
  return seeOther(args.context, `/organize/${slug}/preview/link`)
}

export default function PreviewLink() {
  const { link, version, isPublic } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <PageHead form={form} title={t('publishing.link.title')} lead={t('publishing.link.lead')} />
      <div className="flow">
        {isPublic && (
          <Note>
            <p>{t('publishing.link.isPublic')}</p>
          </Note>
        )}
        {link ? (
          <>
            <p>
              <a className="any" href={link}>
                {link}
              </a>
            </p>
            <p>{t('publishing.link.who')}</p>
          </>
        ) : (
          <p>{t('publishing.link.none')}</p>
        )}
        <form method="post" action={path(`/organize/${slug}/preview/link`)}>
          <input type="hidden" name="seen" value={version} />
          <p className="row">
            <button className={link ? undefined : 'go'}>
              {t(link ? 'publishing.link.renew' : 'publishing.link.make')}
            </button>{' '}
            {link && <a href={path(`/organize/${slug}/preview/link/end`)}>{t('publishing.link.end')}</a>}{' '}
            <a href={path(`/organize/${slug}/preview`)}>{t('organize.preview')}</a>
          </p>
          {link && <p className="hint">{t('publishing.link.renewHint')}</p>}
        </form>
      </div>
    </>
  )
}
