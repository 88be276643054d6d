import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { DetailsState } from './details-state.ts'

/** Why what was sent could not be taken, whatever the fields say. */
export function FormProblem({ locale, problem }: Pick<DetailsState, 'locale' | 'problem'>) {
  const texts = messages(locale).booking
  if (!problem) return null
  const { title, text } = texts.problems[problem.kind]
  const minutes = 'minutes' in problem ? problem.minutes : 0
  return (
    <div className="notice" data-tone="danger" role="alert" tabIndex={-1} data-focus="">
      <h2>{title}</h2>
      <p>{fill(text, { minutes })}</p>
    </div>
  )
}
