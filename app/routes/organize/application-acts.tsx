import type { ApplicationData } from './application.tsx'
import { useCall } from './use-call.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What an organizer can do for an applicant. */
export function ApplicationActs({ application, award }: ApplicationData) {
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const { state, email } = application
  const base = `/organize/${slug}/calls/${call.slug}`
  const own = (page: string) => path(`${base}/applications/${application.id}/${page}`)
  return (
    <Leaf id="acts" title={t('applicants.one.acts')} isPrinted={false}>
      <div className="row">
        {state === 'submitted' && (
          <>
            <a href={path(`${base}/ranking/${application.id}`)}>{t('applicants.one.rank')}</a>{' '}
            <a href={path(`${base}/decisions/${application.id}`)}>{t('applicants.one.decision')}</a>{' '}
            {award === null ? (
              <a href={own('award')}>{t('award.begin.title')}</a>
            ) : (
              <a href={path(`/organize/${slug}/awards/${award}`)}>{t('award.title')}</a>
            )}{' '}
          </>
        )}
        <a href={own('note')}>{t('applicants.one.editNote')}</a>{' '}
        {state === 'draft' && (
          <>
            <a href={own('submit')}>{t('applicants.one.submit')}</a>{' '}
          </>
        )}
        {state !== 'withdrawn' && <a href={own('withdraw')}>{t('applicants.one.withdraw')}</a>}{' '}
        {state !== 'withdrawn' && email && (
          <form method="post" action={own('link')}>
            <button className="plain">{t('applicants.one.mailLink')}</button>
          </form>
        )}
      </div>
    </Leaf>
  )
}
