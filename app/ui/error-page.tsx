import { useRouteError } from '@remix-run/react'
import { describeError } from './describe-error.ts'
import { Lost } from './lost.tsx'
import { Seek } from './seek.tsx'
import { usePage } from './use-page.ts'

/** What went wrong, in words that help, without a trace of how the house is built. */
export function ErrorPage() {
  const { t, path, requestId, contactEmail } = usePage()
  const { status, title, lead } = describeError(useRouteError(), t)
  return (
    <main id="main" tabIndex={-1}>
      <div className="split head">
        <Lost />
        <div className="flow">
          <p className="hint">{t('common.errors.number', { status })}</p>
          <h1>{title}</h1>
          <p className="lead">{lead}</p>
          {status === 404 && <Seek />}
          <ul>
            <li>
              <a href={path('/events')}>{t('common.errors.upcoming')}</a>
            </li>
            <li>
              <a href={path('/events?when=past')}>{t('common.errors.past')}</a>
            </li>
            <li>
              <a href={path('/status')}>{t('common.errors.mine')}</a>
            </li>
          </ul>
          <p className="hint">
            {t('common.errors.stuck')}{' '}
            <a href={`mailto:${contactEmail}`}>
              <bdi>{contactEmail}</bdi>
            </a>{' '}
            {t('common.errors.mention')} <code>{requestId.slice(0, 8)}</code>
          </p>
        </div>
      </div>
    </main>
  )
}
