/** A page that says what is free is read again when the browser would show it from its memory. */
export function enhance(): void {
  const [visit] = performance.getEntriesByType('navigation')
  if (visit instanceof PerformanceNavigationTiming && visit.type === 'back_forward') location.reload()
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
}
