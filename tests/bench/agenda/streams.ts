import { get } from 'node:http'

export type Streams = {
  /** How many have been answered and are open. */
  open: () => number
  close: () => void
}

/** Holds event streams open as so many screens do, and tells of each agenda change that comes, by its id. */
export function openStreams(addresses: readonly { url: string; cookie: string }[], onChange: (changeId: string) => void): Streams {
  let open = 0
  const requests = addresses.map(({ url, cookie }) => get(url, { agent: false, headers: { Cookie: cookie, Accept: 'text/event-stream' } }, (answer) => {
    if (answer.statusCode !== 200) return void answer.resume()
    open += 1
    let rest = ''
    answer.setEncoding('utf8')
    answer.on('data', (text: string) => {
      const blocks = (rest + text).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const changeId = block.includes('event: change') ? /"changeId":"([^"]+)"/.exec(block)?.[1] : undefined
        if (changeId) onChange(changeId)
      }
    })
    answer.on('close', () => { open -= 1 })
    answer.on('error', () => {})
  }).on('error', () => {}))
  return { open: () => open, close: () => requests.forEach((request) => request.destroy()) }
}
