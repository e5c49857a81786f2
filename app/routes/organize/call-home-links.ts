import { useCall } from './use-call.ts'
import { usePage } from '#app/ui/use-page.ts'

/** The addresses of a call's pages; `applications` with what narrows its list. */
export function useCallLinks() {
  const { slug, call } = useCall()
  const { path } = usePage()
  const base = `/organize/${slug}/calls/${call.slug}`
  return {
    /** A page of the call; with a slash in front one of its event. */
    page: (page: string) => path(page.startsWith('/') ? `/organize/${slug}${page}` : `${base}/${page}`),
    applications: (filter: Record<string, string>) => path(`${base}/applications?${new URLSearchParams(filter)}`),
  }
}
