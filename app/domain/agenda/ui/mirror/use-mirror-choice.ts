import { useState } from 'react'
import { askApp } from '#app/ui/island/ask-app.ts'
import type { ChoiceRequest, MirrorChoice } from '../../mirror/mirror.ts'

export type ChoiceInHand = {
  choice: MirrorChoice
  hasFailed: boolean
  tell(): void
  choose(isOn: boolean): void
}

/** A guest's own word on being counted; null for a host. */
export function useMirrorChoice(start: MirrorChoice | null, url: string): ChoiceInHand | null {
  const [choice, setChoice] = useState(start)
  const [hasFailed, setFailed] = useState(false)
  async function tell() {
    const answered = await postChoice(url, { intent: 'told' })
    // One that got no answer is tried again when they next look.
    if (answered) setChoice((now) => now && { ...now, isTold: true })
  }
  async function choose(isOn: boolean) {
    const before = choice
    setFailed(false)
    setChoice((now) => now && { ...now, isOn })
    const answered = await postChoice(url, { intent: 'choose', isOn })
    setFailed(!answered)
    setChoice(answered ?? before)
  }
  return choice && {
    choice, hasFailed,
    tell: () => void tell(),
    choose: (isOn) => void choose(isOn),
  }
}

async function postChoice(url: string, request: ChoiceRequest): Promise<MirrorChoice | null> {
  // Whoever reloads or leaves at once has said it all the same.
  const response = await askApp(url, { body: request, keepalive: true })
  return response?.ok ? response.json() : null
}
