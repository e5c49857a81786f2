import { useSearchParams } from '@remix-run/react'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'

const NEWS = [
  'details',
  'passedOn',
  'passedOnWaits',
  'changed',
  'changeWaits',
  'cancelled',
  'queued',
  'returning',
] as const

/** On the order, after something about it was changed: what. */
export function ChangeNews() {
  const { t } = usePage()
  const [query] = useSearchParams()
  const done = NEWS.find((one) => one === query.get('done'))
  if (!done) return null
  return (
    <Note is="ok">
      <p>{t(`change.done.${done}`)}</p>
    </Note>
  )
}
