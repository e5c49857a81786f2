import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { AdminSide } from './admin-side.tsx'
import { ZoneSources } from './zone-sources.tsx'
import { requireAdministrator } from '#app/http/guards.server.ts'
import { mailCounts } from '#app/mail/queries.server.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { epochMilliseconds } from '#app/values/moment.ts'
import { runtimeDifferences } from '#app/values/zones/runtime-differences.ts'
import type { ZoneData } from '#app/values/zones/zone-data.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireAdministrator(request, context)
  const { config, db, gateways, testGateway, outbox, readiness, zones } = context.services
  const nameOf = ({ source, version }: ZoneData) => ({ source, version })
  return {
    problem: await readiness(),
    database: config.databaseUrl.startsWith('mysql') ? 'mysql' : 'sqlite',
    counts: await mailCounts(db),
    hasOutbox: outbox !== null,
    isBySmtp: config.smtpUrl !== null,
    mode: config.mode,
    card: testGateway
      ? ('test' as const)
      : gateways['card']
        ? (gateways['card'].standing?.() ?? 'working')
        : ('none' as const),
    versions: { node: process.versions.node, icu: process.versions.icu ?? '?' },
    zones: {
      used: nameOf(zones.used),
      all: zones.all.map(nameOf),
      differences: await runtimeDifferences(zones.used, epochMilliseconds(context.now) / 1000),
    },
  }
}

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('mail.admin.installation.title') }))

export const handle = { shell: 'work', section: 'admin' }

export default function Installation() {
  const { t, path } = usePage()
  const { problem, database, counts, hasOutbox, isBySmtp, mode, card, versions, zones } = useLoaderData<typeof loader>()
  return (
    <div className="main desk">
      <AdminSide undeliverable={counts.undeliverable} />
      <main id="main" tabIndex={-1} className="flow">
        <h1>{t('mail.admin.installation.title')}</h1>
        <p className="mute">{t('mail.admin.installation.lead')}</p>
        <Leaf id="health" title={t('mail.admin.installation.health')}>
          <dl>
            <Row label={t('mail.admin.installation.database')} isWell={problem === null}>
              {t(`mail.admin.installation.${database as 'sqlite' | 'mysql'}`)},{' '}
              {problem ? <span lang="en">{problem}</span> : t('mail.admin.installation.ready')}
            </Row>
            <Row label={t('mail.admin.installation.mail')} isWell={counts.undeliverable === 0}>
              {t(isBySmtp ? 'mail.admin.installation.smtp' : 'mail.admin.installation.folder')}
              <br />
              {t('mail.admin.installation.mailWaiting', { count: counts.waiting + counts.sending })}
              {t('common.listSeparator')}
              {t('mail.admin.installation.mailUndeliverable', { count: counts.undeliverable })}
              <br />
              <a href={path('/admin/mail')}>{t('mail.admin.installation.seeMail')}</a>
              {hasOutbox && (
                <>
                  {' · '}
                  <a href={path('/outbox')}>{t('mail.admin.installation.seeOutbox')}</a>
                </>
              )}
            </Row>
            <Row label={t('pay.method.card')} isWell={card !== 'down' && card !== 'refused'}>
              {t(`pay.standing.${card}`)}
            </Row>
          </dl>
        </Leaf>
        <Leaf id="software" title={t('mail.admin.installation.software')}>
          <dl>
            <dt>{t('mail.admin.installation.mode')}</dt>
            <dd>
              {t(mode === 'demo' ? 'mail.admin.installation.demonstration' : 'mail.admin.installation.production')}
            </dd>
            <dt>{t('mail.admin.installation.node')}</dt>
            <dd>
              <bdi>{versions.node}</bdi>
            </dd>
            <dt>{t('mail.admin.installation.icu')}</dt>
            <dd>
              <bdi>{versions.icu}</bdi>
            </dd>
          </dl>
        </Leaf>
        <ZoneSources {...zones} />
      </main>
    </div>
  )
}

function Row({ label, isWell, children }: { label: string; isWell: boolean; children: ReactNode }) {
  const { t } = usePage()
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <Tag is={isWell ? 'ok' : 'bad'}>
          {t(isWell ? 'mail.admin.installation.well' : 'mail.admin.installation.attention')}
        </Tag>
        <br />
        {children}
      </dd>
    </>
  )
}
