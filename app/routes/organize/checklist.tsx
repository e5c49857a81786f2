import type { ChecklistItem } from '#app/events/publishing/publish-checklist.ts'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay, languageName } from '#app/values/dates.ts'

/** What is done and what is not, what stops the event before what is advised, each undone item with the way to it. */
export function Checklist({ items, slug }: { items: ChecklistItem[]; slug: string }) {
  const { t } = usePage()
  const stops = items.filter((item) => item.weight === 'stop')
  const warnings = items.filter((item) => item.weight === 'warn')
  const open = stops.filter((item) => !item.isDone).length
  return (
    <>
      <p>
        <b>{t('organize.doneOf', { done: stops.length - open, all: stops.length })}</b>{' '}
        {open === 0 ? t('organize.nothingNeeded') : t('organize.stillNeeded', { count: open })}
      </p>
      <Group title={t('publishing.stops')} items={stops} slug={slug} />
      <Group title={t('publishing.warnings')} items={warnings} slug={slug} />
    </>
  )
}

function Group({ title, items, slug }: { title: string; items: ChecklistItem[]; slug: string }) {
  if (items.length === 0) return null
  const inOrder = items.toSorted((one, other) => Number(one.isDone) - Number(other.isDone))
  return (
    <>
      <h3>{title}</h3>
      <ul role="list" className="checks">
        {inOrder.map((item, at) => (
          <li key={at}>
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
  const { t, language, path } = usePage()
  const { day = '', languages = '', ...values } = item.values ?? {}
  const text = t(`publishing.checks.${item.code}`, {
    ...values,
    day: day && formatDay(day, language),
    languages: languages
      .split(' ')
      .map((code) => code && languageName(code, language))
      .join(t('common.listSeparator')),
  })
  if (item.isDone) return <span>{text}</span>
  return (
    <span>
      <a href={path(`/organize/${slug}/${item.page}${item.field ? `#${item.field}` : ''}`)}>{text}</a>
    </span>
  )
}
