/** Small scripts that better a page which works without them. Each exports `enhance`. */
const enhancements = import.meta.glob<{ enhance(): void }>('./ui/enhance/*.ts')

/** Client programs with a root of their own. Each exports `start`. */
const islands: Record<string, () => Promise<{ start(): void }>> = {
  room: () => import('./domain/agenda/ui/room-island.tsx'),
  check: () => import('./domain/meeting/ui/check/check-island.tsx'),
}

/** The page names in its body what runs on it; everything else stays unloaded. */
const { island = '', enhance = '' } = document.body.dataset
void islands[island]?.().then(({ start }) => start())
for (const name of enhance.split(' ')) void enhancements[`./ui/enhance/${name}.ts`]?.().then((script) => script.enhance())
