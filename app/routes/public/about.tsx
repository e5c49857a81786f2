import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound } from '#app/http/answers.ts'
import { CONDUCT_VERSION } from '#app/people/conduct.ts'
import type { Key } from '#app/locales/translate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Markdown } from '#app/ui/markdown.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

/** The sections of each page, as the catalogues name them. */
const PAGES = {
  accessibility: ['goal', 'limits', 'event', 'help'],
  privacy: ['kept', 'seen', 'cookies', 'payment', 'yours'],
  conduct: ['scope', 'expected', 'unacceptable', 'report', 'consequences'],
  contact: ['event', 'order', 'plenary', 'security'],
  data: ['calendars', 'feeds', 'json', 'queries', 'manners'],
} as const

type PageName = keyof typeof PAGES

export function loader({ params }: LoaderFunctionArgs) {
  const name = params.page ?? ''
  if (!Object.hasOwn(PAGES, name)) throw notFound()
  return { name: name as PageName }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => {
    const name = args.data?.name ?? 'contact'
    return {
      title: t(`page.${name}.title`),
      more: [{ name: 'description', content: t(`page.${name}.lead`) }],
    }
  })

export const handle = { shell: 'public', section: 'about' }

export default function About() {
  const { t, path, language, contactEmail } = usePage()
  const { name } = useLoaderData<typeof loader>()
  const addresses = {
    email: contactEmail,
    me: path('/me'),
    status: path('/status'),
    events: path('/events'),
    calendar: path('/calendar'),
  }
  return (
    <main id="main" tabIndex={-1}>
      <div className="split head">
        <p className="hint">{t('page.aside')}</p>
        <div className="flow">
          <h1>{t(`page.${name}.title`)}</h1>
          <p className="lead">{t(`page.${name}.lead`)}</p>
          {name === 'conduct' && (
            <p className="hint">
              <time dateTime={CONDUCT_VERSION}>
                {t('page.versionOf', { day: formatDay(CONDUCT_VERSION, language) })}
              </time>
            </p>
          )}
        </div>
      </div>
      {PAGES[name].map((section) => (
        <Leaf key={section} id={section} title={t(`page.${name}.${section}.title` as Key)}>
          <Markdown text={t(`page.${name}.${section}.text` as Key, addresses)} />
        </Leaf>
      ))}
    </main>
  )
}
