/** Small scripts that better a page which works without them. Each exports `enhance`. */
const enhancements = import.meta.glob<{ enhance(): void }>('./ui/enhance/*.ts')

/** Client programs with a root of their own. Each exports `start`. */
const islands: Record<string, () => Promise<{ start(): void }>> = {
  room: () => import('./domain/agenda/ui/room-island.tsx'),
  check: () => import('./domain/meeting/ui/check/check-island.tsx'),
}

/** The page names in its first tag what runs on it; everything else stays unloaded. */
const { island = '', enhance = '' } = document.documentElement.dataset

/** Programs are fetched and read while the page still arrives, and begin once it is whole. */
const whole = document.readyState === 'loading'
  ? new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }))
  : Promise.resolve()

void islands[island]?.().then(async ({ start }) => {
  await whole
  start()
})
for (const name of enhance.split(' ')) {
  void enhancements[`./ui/enhance/${name}.ts`]?.().then(async (script) => {
    await whole
    script.enhance()
  })
}
