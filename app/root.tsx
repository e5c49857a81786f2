import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, useMatches } from '@remix-run/react'
import type { ReactNode } from 'react'
import { rootDataOf } from './http/root-data.server.ts'
import { describeError } from './ui/describe-error.ts'
import { pageMeta } from './ui/page-meta.ts'
import { Shell, type ShellKind } from './ui/shell.tsx'
import { usePage } from './ui/use-page.ts'
import stylesheet from './ui/plenary.css?url'

export const links = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export function loader({ request, context }: LoaderFunctionArgs) {
  return rootDataOf(request, context)
}

/** Pages name themselves; only when one failed does the frame speak for it. */
export const meta: MetaFunction<typeof loader> = (args) =>
  args.error ? pageMeta(args, (t) => ({ title: describeError(args.error, t).title })) : []

/**
 * What a route says of its page: which frame it stands in, which link of the main navigation is its own, and which
 * scripts of `public/scripts` shorten its paths; every page is whole without them.
 */
export interface PageHandle {
  shell?: ShellKind
  section?: string
  scripts?: string[]
}

export function Layout({ children }: { children: ReactNode }) {
  const { language, direction } = usePage()
  const handle = useMatches().reduce<PageHandle>(
    (all, match) => ({ ...all, ...(match.handle as PageHandle | undefined) }),
    {},
  )
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        {handle.scripts?.map((name) => (
          <script key={name} src={`/scripts/${name}.js`} type="module" />
        ))}
      </head>
      <Shell kind={handle.shell ?? 'public'} section={handle.section}>
        {children}
      </Shell>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export { ErrorPage as ErrorBoundary } from './ui/error-page.tsx'
