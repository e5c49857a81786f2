import { useCall } from './use-call.ts'
import type { CallChecklistItem } from '#app/applications/calls/call-checklist.ts'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What keeps a call from opening, then what is advised; what is open stands first, with the way to it. */
export function CallChecklist({ items }: { items: CallChecklistItem[] }) {
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const base = `/organize/${slug}`
  return (['stop', 'warn'] as const).map((weight) => {
    const own = items
      .filter((item) => item.weight === weight)
      .toSorted((one, other) => Number(one.isDone) - Number(other.isDone))
    return (
      <div key={weight}>
        <h3>{t(weight === 'stop' ? 'call.status.stops' : 'call.status.warnings')}</h3>
        <ul role="list" className="checks">
          {own.map(({ code, isDone, page, values }) => {
            const text = t(`call.checks.${code}`, { names: values?.names ?? '' })
            return (
              <li key={code}>
                {isDone ? (
                  <Tag is="ok">{t('organize.done')}</Tag>
                ) : weight === 'stop' ? (
                  <Tag is="bad">{t('organize.needed')}</Tag>
                ) : (
                  <Tag>{t('organize.advised')}</Tag>
                )}{' '}
                <span>
                  {isDone ? text : <a href={path(page === '' ? base : `${base}/calls/${call.slug}/${page}`)}>{text}</a>}
                </span>
              </li>
            )
          })}
        </ul>
      </div>
    )
  })
}
