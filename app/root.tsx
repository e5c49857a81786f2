import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, useMatches } from '@remix-run/react'
import type { ReactNode } from 'react'
import { rootDataOf } from './http/root-data.server.ts'
import { describeError } from './ui/describe-error.ts'
import { pageMeta } from './ui/page-meta.ts'
import { Shell, type ShellKind } from './ui/shell.tsx'
import { usePage } from './ui/use-page.ts'
import stylesheet from './ui/plenary.css?url'

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
  /** Whether its action is run without the router (`http/direct-actions.server.ts`): where thousands send one form. */
  isDirect?: boolean
}

export function Layout({ children }: { children: ReactNode }) {
  const { language, direction } = usePage()
  const handle = useMatches().reduce<PageHandle>(
    (all, match) => ({ ...all, ...(match.handle as PageHandle | undefined) }),
    {},
  )
  const kind = handle.shell ?? 'public'
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <Meta />
        <Style kind={kind} />
        <Links />
        {handle.scripts?.map((name) => (
          <script key={name} src={`/scripts/${name}.js`} type="module" />
        ))}
      </head>
      <Shell kind={kind} section={handle.section}>
        {children}
      </Shell>
    </html>
  )
}

/**
 * Who works here opens many pages a day, and has the files after the first. A page of the public is one request:
 * `entry.server.tsx` fills its `style`, and gives it its icon. Not while developing: then the stylesheet is reloaded as
 * it changes.
 */
function Style({ kind }: { kind: ShellKind }) {
  if (kind === 'public' && !import.meta.env.DEV) return <style />
  return (
    <>
      <meta name="color-scheme" content="light dark" />
      <link rel="stylesheet" href={stylesheet} />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    </>
  )
}

export default function Root() {
  return <Outlet />
}

export { ErrorPage as ErrorBoundary } from './ui/error-page.tsx'
