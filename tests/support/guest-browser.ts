import * as door from '../../app/routes/meeting/door.ts'
import * as room from '../../app/routes/meeting/room.tsx'
import * as token from '../../app/routes/meeting/token.ts'
import { cookieOf, type World } from './meetings.ts'
import { argumentsOf, drawn, post } from './routes.ts'

/** A browser that was at the link, and keeps what the product gives it. */
export class GuestBrowser {
  secret: string | null = null
  constructor(readonly pass: World['guest']) {}
  get cookie(): string { return [cookieOf(this.pass), ...(this.secret === null ? [] : [`fremmode_device=${this.secret}`])].join('; ') }

  async come(intent: 'knock' | 'refresh' = 'knock') {
    const body = { intent, camera: 'ready', microphone: 'ready' }
    const response = await post(token.action, { seatId: this.pass.seat.id, cookie: this.cookie, body })
    this.secret = /fremmode_device=([^;]+)/.exec(response.headers.get('Set-Cookie') ?? '')?.[1] ?? this.secret
    return { status: response.status, ...await response.json() }
  }

  /** Opens the room's page. */
  async look() {
    const headers = { Accept: 'text/html' }
    const page = drawn(await room.loader(argumentsOf({ seatId: this.pass.seat.id, cookie: this.cookie, headers })))
    this.secret = /fremmode_device=([^;]+)/.exec(new Headers(page.init?.headers).get('Set-Cookie') ?? '')?.[1] ?? this.secret
  }

  async ask(body: unknown) {
    const response = await post(door.action, { seatId: this.pass.seat.id, cookie: this.cookie, body })
    return { status: response.status, ...await response.json() }
  }
}
