import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listBlocks } from '#app/registrations/offer/blocks.server.ts'
import { releaseBlock } from '#app/registrations/offer/release-block.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('offer.releaseTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const block = (await listBlocks(context.services.db, event.id)).find(({ id }) => id === params.block)
  if (!block) throw notFound()
  return { block }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const released = await releaseBlock(context.services.db, {
    eventId: event.id,
    blockId: params.block!,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!released.ok) return refused(form, released.refusals)
  return seeOther(context, `/organize/${event.slug}/blocks`)
}

export default function Release() {
  const { block } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  const left = block.seats.reduce((sum, { remaining }) => sum + remaining, 0)
  return (
    <Confirm
      form={form}
      title={t('offer.releaseTitle')}
      button={t('offer.releaseButton')}
      back={`/organize/${slug}/blocks`}
      isBlocked={block.endedAt !== null}
    >
      <p>
        <b>
          <bdi>{block.name}</bdi>
        </b>
      </p>
      <p>{block.endedAt === null ? t('offer.releaseLead', { count: left }) : t('offer.releasedAlready')}</p>
      {block.endedAt === null && block.campaigns.length > 0 && (
        <p>{t('offer.releaseCodes', { names: block.campaigns.map(({ name }) => name).join(', ') })}</p>
      )}
    </Confirm>
  )
}
