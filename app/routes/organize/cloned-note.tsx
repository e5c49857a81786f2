import type { Cloned } from '#app/events/cloning/clone-event.server.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

/** An address has room for so many; the others are told by their days in the programme. */
const TOLD = 8

/** Where a copy that was just made is looked at, with what had to be changed. */
export function clonedAddress({ slug, moved, cut }: Cloned): string {
  const told = new URLSearchParams({ cloned: '1', cut: String(cut) })
  for (const { day, from, to } of moved.slice(0, TOLD)) told.append('gap', `${day} ${from} ${to}`)
  return `/organize/${slug}/details?${told}`
}

/** What an address of `clonedAddress` says; null of any other. */
export function clonedOf(
  address: URLSearchParams,
): { cut: number; gaps: [day: string, from: string, to: string][] } | null {
  if (!address.has('cloned')) return null
  const gaps = address
    .getAll('gap')
    .flatMap((gap) =>
      /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}){2}$/.test(gap) ? [gap.split(' ') as [string, string, string]] : [],
    )
  return { cut: Number(/^\d{1,6}$/.exec(address.get('cut') ?? '')?.[0] ?? 0), gaps: gaps.slice(0, TOLD) }
}

/** Over the details of a copy: what to look at, and what could not come along as it was. */
export function ClonedNote({ cut, gaps }: NonNullable<ReturnType<typeof clonedOf>>) {
  const { t, language } = usePage()
  return (
    <Note is="ok">
      <p role="status">{t('author.clone.done')}</p>
      {gaps.map(([day, from, to]) => (
        <p key={`${day} ${from}`}>{t('author.clone.gap', { day: formatDay(day, language), from, to })}</p>
      ))}
      {cut > 0 && <p>{t('author.clone.cut', { count: cut })}</p>}
    </Note>
  )
}
