import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** Whether the public sees an event: draft, published, cancelled, over. */
export function StatusTag({ status, endsAt }: { status: 'draft' | 'published' | 'cancelled'; endsAt: string }) {
  const { t, now } = usePage()
  if (status === 'draft') return <Tag is="wait">{t('organize.status.draft')}</Tag>
  if (status === 'cancelled') return <Tag is="bad">{t('organize.status.cancelled')}</Tag>
  if (endsAt < now) return <Tag is="off">{t('organize.status.over')}</Tag>
  return <Tag is="ok">{t('organize.status.published')}</Tag>
}
