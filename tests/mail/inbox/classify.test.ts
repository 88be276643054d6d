import { expect, test } from 'vitest'
import { classify } from '#app/mail/inbox/classify.ts'
import { readMail } from '#app/mail/inbox/read-mail.ts'
import { SAMPLES } from '../../support/reply-corpus.ts'

test.each(SAMPLES.map(({ name, ...sample }) => [name, sample] as const))('%s', async (_, { source, expected }) => {
  expect(classify(await readMail(Buffer.from(source)), 'fremmode.example')).toMatchObject(expected)
})
