import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ApplicationRead } from './application-read.tsx'
import { CommitteeView } from './committee-view.tsx'
import { Frame } from './frame.tsx'
import { ReviewForm } from './review-form.tsx'
import { readReviewPage } from './review-reading.server.ts'
import { Words } from '#app/ui/typed-words.tsx'
import { saveTyped } from './review-saving.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'work', section: 'review', scripts: ['review'] }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({
    title: t('reviewing.pageOf', {
      number: args.data?.application.label ?? '',
      call: args.data?.frame.call.title ?? '',
    }),
  }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return await readReviewPage(request, context, params)
}

/** Saves and stays. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const saved = await saveTyped(request, context, params)
  if (!('place' in saved)) return saved
  return seeOther(context, `${saved.address}?saved=${saved.label}`)
}

/** One application and what a reviewer thinks of it, as on screen 07. */
export default function Application() {
  const page = useLoaderData<typeof loader>()
  const { frame, application, place, criteria, saved, state, shared, committee } = page
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  const base = path(`/review/${frame.event.slug}/${frame.call.slug}`)
  const labelOf = (name: string) => criteria.find((criterion) => criterion.field === name)?.label
  return (
    <Frame frame={frame}>
      <ErrorSummary form={form} labelOf={labelOf} />
      {saved && (
        <Note is="ok">
          <p role="status" data-saved={`${frame.event.slug}/${frame.call.slug}/${saved}`}>
            {t(saved === application.label && state !== 'submitted' ? 'reviewing.savedPart' : 'reviewing.saved', {
              number: saved,
            })}
          </p>
        </Note>
      )}
      <div className="row ends">
        <div>
          <p className="hint">{t('reviewing.place', { place: place.place, of: place.of })}</p>
          <h1>
            <bdi>{application.label}</bdi>
          </h1>
        </div>
        <p className="row">
          {place.previous && (
            <a href={`${base}/${place.previous}`} rel="prev">
              {t('reviewing.previous')}
            </a>
          )}{' '}
          {place.next && (
            <a href={`${base}/${place.next}`} rel="next">
              {t('reviewing.following')}
            </a>
          )}{' '}
          {place.nextOpen && <a href={`${base}/${place.nextOpen}`}>{t('reviewing.nextOpen')}</a>}
        </p>
      </div>
      <div className="pair">
        <ApplicationRead application={application} base={base} />
        <ReviewForm page={page} form={form} />
      </div>
      {shared !== null && shared.length > 0 && (
        <section className="leaf flow wide" aria-labelledby="shared">
          <h2 id="shared">{t('reviewing.sharedOthers')}</h2>
          {shared.map((comment, at) => (
            <blockquote key={at}>
              <Words text={comment} />
            </blockquote>
          ))}
        </section>
      )}
      {committee && <CommitteeView committee={committee} label={application.label} base={base} />}
    </Frame>
  )
}
