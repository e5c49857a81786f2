import type { ChecklistItem } from '#app/events/publish-checklist.ts'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What is done and what is not, each undone item with the way to it. */
export function Checklist({ items, slug }: { items: ChecklistItem[]; slug: string }) {
  const { t } = usePage()
  const stops = items.filter((item) => item.weight === 'stop')
  const open = stops.filter((item) => !item.isDone).length
  return (
    <>
      <p>
        <b>{t('organize.doneOf', { done: stops.length - open, all: stops.length })}</b>{' '}
        {open === 0 ? t('organize.nothingNeeded') : t('organize.stillNeeded', { count: open })}
      </p>
      <ul role="list" className="checks">
        {items.map((item) => (
          <li key={item.code}>
            <ItemTag item={item} /> <ItemText item={item} slug={slug} />
          </li>
        ))}
      </ul>
    </>
  )
}

function ItemTag({ item }: { item: ChecklistItem }) {
  const { t } = usePage()
  if (item.isDone) return <Tag is="ok">{t('organize.done')}</Tag>
  return item.weight === 'stop' ? <Tag is="bad">{t('organize.needed')}</Tag> : <Tag>{t('organize.advised')}</Tag>
}

function ItemText({ item, slug }: { item: ChecklistItem; slug: string }) {
  const { t, path } = usePage()
  const text = t(`organize.checks.${item.code}`)
  if (item.isDone) return <span>{text}</span>
  return (
    <span>
      <a href={path(`/organize/${slug}/${item.page}${item.field ? `#${item.field}` : ''}`)}>{text}</a>
    </span>
  )
}
