import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findMeetingTypeById } from '#app/domain/calendar/queries.server.ts'
import { listPossibleHosts, saveTypeHosts } from '#app/domain/calendar/types/type-commands.server.ts'
import { readHosts, readTypedHosts } from '#app/domain/calendar/types/type-input.ts'
import { HostsForm } from '#app/domain/calendar/ui/types/hosts-form.tsx'
import { TypePage } from '#app/domain/calendar/ui/types/type-page.tsx'
import { requireHost } from '#app/guards.server.ts'
import { messages } from '#app/i18n/messages.ts'
import { isId } from '#app/kernel/ids.ts'
import { paths } from '#app/paths.ts'
import deskStyles from '#app/ui/css/desk.css?url'
import { personalMeta } from '#app/ui/page-meta.ts'

export const handle = { enhance: ['form-care'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => (
  loaded ? personalMeta(messages(loaded.locale).rules.types.title, loaded.locale) : []
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id: hostId, name, locale } = await requireHost(request)
  const type = await requireType(hostId, params.typeId)
  const people = await listPossibleHosts()
  const typed = people.map(({ id }) => {
    const chosen = type.hosts.find((one) => one.hostId === id)
    return { hostId: id, isChosen: chosen !== undefined, weight: String(chosen?.weight ?? 1), scheduleId: chosen?.scheduleId ?? '' }
  })
  const { id, slug, title, isActive, assign } = type
  const isSaved = new URL(request.url).searchParams.has('saved')
  return {
    locale, viewer: { name, locale }, type: { id, slug, titleDa: title.da, titleEn: title.en, isActive }, people, typed, assign, isSaved,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const host = await requireHost(request)
  const type = await requireType(host.id, params.typeId)
  const people = await listPossibleHosts()
  const form = await request.formData()
  const typed = readTypedHosts(form, people.map(({ id }) => id))
  const assign = form.get('assign') === 'all' ? 'all' as const : 'any' as const
  const read = readHosts(typed, assign, new Map(people.map(({ id, schedules }) => [id, schedules.map((one) => one.id)])))
  if (!read.isGood) return data({ typed, assign, faults: read.faults }, 422)
  await saveTypeHosts(host.id, type.id, read.value)
  return redirect(`${paths.deskType(type.id, 'hosts')}?saved`, 303)
}

export default function TypeHosts() {
  const { viewer, type, people, typed, assign, isSaved } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { types: texts } = messages(viewer.locale).rules
  return (
    <TypePage viewer={viewer} type={type} current="hosts" isSaved={isSaved} isAnswer={answered !== undefined}>
      <p>{texts.hostsLede}</p>
      <HostsForm
        people={people} typed={answered?.typed ?? typed} assign={answered?.assign ?? assign} faults={answered?.faults ?? {}}
        locale={viewer.locale}
      />
    </TypePage>
  )
}

/** @throws {Response} 404 for what is not there, or another's. */
async function requireType(hostId: string, id: string | undefined) {
  const found = isId(id) ? await findMeetingTypeById(id) : null
  if (found?.hostId !== hostId) throw new Response(null, { status: 404 })
  return found
}
