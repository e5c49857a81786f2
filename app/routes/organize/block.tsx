import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, isGone, saveRefused } from './failed.server.ts'
import { MomentField } from './moment-field.tsx'
import { PageHead } from './page-head.tsx'
import { Seen } from './seen.tsx'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { blockSchema } from '#app/registrations/offer/block-form.ts'
import { listBlocks, seenOfBlock } from '#app/registrations/offer/blocks.server.ts'
import { listQuotas } from '#app/registrations/offer/queries.server.ts'
import { saveBlock } from '#app/registrations/offer/save-block.server.ts'
import { TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('offer.block'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const [blocks, quotas] = await Promise.all([listBlocks(db, event.id), listQuotas(db, event.id)])
  const block = blocks.find(({ id }) => id === params.block) ?? null
  if (!block && params.block !== 'new' && !isGone(context)) throw notFound()
  return { block, quotas, seen: block ? seenOfBlock(block) : '' }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const form = await readForm(request)
  const known = await findEventForEditing(db, event.id, context.language)
  const parsed = parseForm(form, blockSchema(known!.zone))
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveBlock(db, {
    eventId: event.id,
    blockId: params.block === 'new' ? null : params.block!,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return saveRefused(context, form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/blocks`)
}

export default function BlockOfSeats() {
  const { block, quotas, seen } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <PageHead form={form} title={block ? t('offer.editBlock') : t('offer.addBlock')} lead={t('offer.blocksLead')} />
      <form method="post" action={path(`/organize/${slug}/blocks/${block?.id ?? 'new'}`)}>
        <Seen form={form} seen={seen} />
        <Leaf id="block" title={t('organize.whatItIs')} isWide>
          <div className="cols">
            <TextField
              form={form}
              name="name"
              label={t('offer.blockName')}
              hint={t('offer.blockNameHint')}
              defaultValue={block?.name}
              maxLength={120}
            />
            <MomentField
              form={form}
              name="untilAt"
              label={t('offer.releasedOn')}
              hint={t('offer.releasedOnHint', { zone })}
              at={block?.untilAt}
              zone={zone}
              isOptional
            />
          </div>
        </Leaf>
        <Leaf id="block-seats" title={t('offer.howMany')} isWide>
          <div className="cols">
            {quotas.map((quota, at) => {
              const own = block?.seats.find(({ quotaId }) => quotaId === quota.id)
              return (
                <div key={quota.id}>
                  <input type="hidden" name={`seats[${at}].quotaId`} value={quota.id} />
                  <TextField
                    form={form}
                    name={`seats[${at}].size`}
                    type="number"
                    label={<bdi>{quota.name}</bdi>}
                    hint={
                      own
                        ? t('offer.blockTaken', { taken: own.size - own.remaining, free: freeOf(quota) })
                        : t('offer.blockFree', { free: freeOf(quota) })
                    }
                    defaultValue={own?.size ?? 0}
                  />
                </div>
              )
            })}
          </div>
        </Leaf>
        <p className="row after">
          <button className="go">{t('offer.saveBlock')}</button>{' '}
          <a href={path(`/organize/${slug}/blocks`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}

function freeOf({ size, overBy, taken }: { size: number; overBy: number; taken: number }): number {
  return Math.max(0, size + overBy - taken)
}
