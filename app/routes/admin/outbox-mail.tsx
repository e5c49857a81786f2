import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound } from '#app/http/answers.ts'
import { directionOf } from '#app/locales/languages.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const mail = await context.services.outbox?.read(params.file!)
  if (!mail) throw notFound()
  const { attachments, html, ...rest } = mail
  return {
    ...rest,
    hasHtml: html !== null,
    attachments: attachments.map(({ filename, contentType, content, method }) => ({
      filename,
      method,
      contentType: contentType.split(';')[0],
      size: content.byteLength,
    })),
  }
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' })

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({
    title: args.data?.subject || t('mail.admin.outbox.noSubject'),
    more: [{ name: 'robots', content: 'noindex' }],
  }))

export const handle = { shell: 'public', section: 'outbox' }

export default function OutboxMailPage() {
  const { t, path } = usePage()
  const mail = useLoaderData<typeof loader>()
  const part = (name: string) => path(`/outbox/${mail.file}/${name}`)
  const size = (count: number) => t('mail.admin.outbox.bytes', { count })
  return (
    <main id="main" tabIndex={-1}>
      <Crumbs
        trail={[
          { label: t('mail.admin.outbox.title'), to: '/outbox' },
          { label: mail.subject || t('mail.admin.outbox.noSubject') },
        ]}
      />
      <div className="head flow">
        <h1>
          <bdi>{mail.subject || t('mail.admin.outbox.noSubject')}</bdi>
        </h1>
        <dl>
          <dt>{t('mail.admin.outbox.from')}</dt>
          <dd>
            <Mailbox {...mail.from} />
          </dd>
          <dt>{t('mail.admin.outbox.recipient')}</dt>
          <dd>
            <Mailbox {...mail.to} />
          </dd>
          {mail.replyTo && (
            <>
              <dt>{t('mail.admin.outbox.replyTo')}</dt>
              <dd>
                <Mailbox name="" address={mail.replyTo} />
              </dd>
            </>
          )}
          <dt>{t('mail.admin.outbox.date')}</dt>
          <dd>
            <Moment at={mail.sentAt} zone="UTC" />
          </dd>
        </dl>
      </div>
      {mail.hasHtml && (
        <Leaf id="message" title={t('mail.admin.outbox.body')}>
          <iframe
            src={part('html')}
            title={t('mail.admin.outbox.htmlTitle')}
            sandbox="allow-top-navigation-by-user-activation"
            width="100%"
            height="1100"
          />
          <p>
            <a href={part('html')}>{t('mail.admin.outbox.openHtml')}</a>
          </p>
        </Leaf>
      )}
      <Leaf id="text" title={t('mail.admin.outbox.textTitle')}>
        <div className="scroll" role="group" tabIndex={0} aria-labelledby="text">
          <pre dir={directionOf(mail.language)} lang={mail.language}>
            {mail.text}
          </pre>
        </div>
      </Leaf>
      <Leaf id="attachments" title={t('mail.admin.outbox.attachments')}>
        <ul role="list" className="flow">
          {mail.attachments.map(({ filename, contentType, method, size: bytes }, at) => (
            <li key={at}>
              <a href={part(`attachment-${at + 1}`)}>
                <bdi>{filename}</bdi>
              </a>{' '}
              <small>
                <bdi>{contentType}</bdi>
                {t('common.listSeparator')}
                {method && t('mail.admin.outbox.invitation', { method }) + t('common.listSeparator')}
                {size(bytes)}
              </small>
            </li>
          ))}
          <li>
            <a href={part('source')}>{t('mail.admin.outbox.download')}</a> <small>{size(mail.size)}</small>
          </li>
        </ul>
      </Leaf>
    </main>
  )
}

function Mailbox({ name, address }: { name: string; address: string }) {
  return (
    <>
      {name && (
        <>
          <bdi>{name}</bdi>{' '}
        </>
      )}
      <bdi>{name ? <small>{address}</small> : address}</bdi>
    </>
  )
}
