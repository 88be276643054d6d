import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { findMeetingTypeById } from '#app/domain/calendar/queries.server.ts'
import { typedIn } from '#app/domain/calendar/rules/rule-input.ts'
import { listSchedules } from '#app/domain/calendar/rules/schedule.server.ts'
import { saveType } from '#app/domain/calendar/types/type-commands.server.ts'
import { FIELDS_OF, isSection, readAbout, readLimits, readReminders, readTimes } from '#app/domain/calendar/types/type-input.ts'
import { formTexts } from '#app/domain/calendar/ui/rules/form-texts.ts'
import { RuleForm } from '#app/domain/calendar/ui/rules/rule-form.tsx'
import { typedOf, typeFields } from '#app/domain/calendar/ui/types/type-fields.ts'
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
  const [type, section] = [await requireType(hostId, params.typeId), requireSection(params.section)]
  const { schedules: { defaultName }, types: texts } = messages(locale).rules
  const schedules = (await listSchedules(hostId)).map((one) => ({ id: one.id, name: one.name || defaultName }))
  const { id, slug, title, isActive } = type
  const line = { id, slug, titleDa: title.da, titleEn: title.en, isActive }
  const isSaved = new URL(request.url).searchParams.has('saved')
  return { locale, viewer: { name, locale }, type: line, typed: typedOf(type, texts), section, schedules, isSaved }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const host = await requireHost(request)
  const [type, section] = [await requireType(host.id, params.typeId), requireSection(params.section)]
  const typed = typedIn(await request.formData(), FIELDS_OF[section])
  const scheduleIds = section === 'times' ? (await listSchedules(host.id)).map(({ id }) => id) : []
  const readers = { about: readAbout, limits: readLimits, reminders: readReminders, times: () => readTimes(typed, scheduleIds) }
  const read = readers[section](typed)
  if (!read.isGood) return data({ typed, faults: read.faults }, 422)
  await saveType(host.id, type.id, read.value)
  return redirect(`${paths.deskType(type.id, params.section)}?saved`, 303)
}

export default function TypePart() {
  const { viewer, type, typed, section, schedules, isSaved } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { types: texts } = messages(viewer.locale).rules
  return (
    <TypePage viewer={viewer} type={type} current={section} isSaved={isSaved} isAnswer={answered !== undefined}>
      <RuleForm
        fields={typeFields(section, texts, schedules)} typed={answered?.typed ?? typed} faults={answered?.faults ?? {}} intent="save"
        texts={formTexts(viewer.locale, texts.save)}
      />
    </TypePage>
  )
}

/** @throws {Response} 404 for what is not there, or another's. */
async function requireType(hostId: string, id: string | undefined): Promise<MeetingType> {
  const found = isId(id) ? await findMeetingTypeById(id) : null
  if (found?.hostId !== hostId) throw new Response(null, { status: 404 })
  return found
}

function requireSection(section: string | undefined): keyof typeof FIELDS_OF {
  if (section === undefined) return 'about'
  if (!isSection(section) || section === 'hosts') throw new Response(null, { status: 404 })
  return section
}
