import type { HeadersFunction, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RegisterAway } from './register-away.tsx'
import { RegisterClosed } from './register-closed.tsx'
import { RegisterForm } from './register-form.tsx'
import { RegisterOfferOver } from './register-offer-over.tsx'
import type { action } from './register-action.server.ts'
import type { loader } from './register-loader.server.ts'
import type { RegisterView } from './register-view.ts'
import { KEYED_PAGE, UNKEPT } from '#app/http/private-page.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

export { action } from './register-action.server.ts'
export { loader } from './register-loader.server.ts'

export const handle = { shell: 'public', section: 'events', isDirect: true }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => {
    const offer = args.data?.view?.offer
    return { title: offer ? t('register.titleOf', { event: offer.event.title }) : t('register.title') }
  })

export const headers: HeadersFunction = ({ loaderHeaders }) =>
  loaderHeaders.has('Referrer-Policy') ? KEYED_PAGE : UNKEPT

export default function Page() {
  const { view, closed, formKey, slug, address, isOver } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { path } = usePage()
  if (isOver) return <RegisterOfferOver slug={slug} />
  const shown: RegisterView | null = sent ? sent.view : view
  if (!view || !shown) return <RegisterAway slug={slug} form={sent?.form} />
  const sentTo = sent ? path(`/events/${slug}/register${address}`) : null
  const hasOpen = shown.offer.tickets.some(({ state }) => state === 'open')
  if (closed !== null || !hasOpen) return <RegisterClosed view={shown} closed={closed} sentTo={sentTo} />
  return <RegisterForm view={shown} formKey={formKey} address={address} />
}
