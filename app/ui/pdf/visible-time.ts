/** Rejects with `reason` when the work takes longer; a page that nobody looks at is not drawn, so that time does not count. */
export function withinVisibleTime<Value>(work: Promise<Value>, ms: number, reason: Error): Promise<Value> {
  return new Promise((resolve, reject) => {
    let timer = setTimeout(end, ms)
    function end() {
      if (document.visibilityState === 'visible') reject(reason)
      else timer = setTimeout(end, ms)
    }
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
