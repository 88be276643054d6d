import { fill } from '#app/i18n/fill.ts'
import type { Silenced } from '../../control/control.ts'
import { setDeviceForNow } from '../device/local-media.ts'
import { say, type Call } from '../call/call.ts'
import { stopShare } from '../call/share/own-share.ts'

/** A host turned something of this person off: so it is here too, and it is said by whom. It can be turned on again. */
export async function obey(call: Call, { kind, by }: Silenced): Promise<void> {
  const words = fill(call.texts.talk.people.silenced[kind], { name: by })
  if (kind === 'share') return stopShare(call, words)
  await setDeviceForNow(call.media, kind, false)
  say(call, words)
}
