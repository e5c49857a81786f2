import { usePage } from '#app/ui/use-page.ts'
import { WorkSide } from '#app/ui/work-side.tsx'

/** The side navigation of the administrator's pages; those about mail say how much of it was undeliverable. */
export function AdminSide({ undeliverable = 0 }: { undeliverable?: number }) {
  const { t, isDemonstration } = usePage()
  const links = [
    { to: '/admin', label: t('mail.admin.installation.title') },
    {
      to: '/admin/mail',
      label: t('mail.admin.mail.title'),
      count: undeliverable > 0 ? undeliverable : undefined,
    },
    { to: '/admin/series', label: t('series.title') },
    { to: '/admin/hosts', label: t('series.hosts.title') },
    ...(isDemonstration ? [{ to: '/outbox', label: t('mail.admin.outbox.title') }] : []),
  ]
  return <WorkSide title={t('mail.admin.title')} label={t('mail.admin.title')} mark="plain" links={links} />
}
