import { type LoaderFunctionArgs } from '@remix-run/node'
import { Links, Meta, Outlet, useMatches } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Shell, type ShellKind } from './ui/shell.tsx'
import { usePage } from './ui/use-page.ts'
import stylesheet from './ui/plenary.css?url'

export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

/** What every page needs to know of its request. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  return {
    language: context.language,
    prefix: context.prefix,
    now: context.now,
    address: url.pathname + url.search,
    isDemonstration: context.services.config.mode === 'demo',
  }
}

/** What a route says of its page: which frame it stands in and which link of the main navigation is its own. */
export interface PageHandle {
  shell?: ShellKind
  section?: string
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
