import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allowedReturn, campaignIn, carriedText, readCarried } from '#app/domain/booking/address/carried.ts'

const ORIGINS = ['https://www.nordlys.example', 'http://localhost:8080']
const read = (query: string) => readCarried(new URLSearchParams(query), ORIGINS)

test('only what has a name of ours is handed on, and what is empty is not', () => {
  expect(read('name=Anna&email=a%40b.dk&utm_source=brev&utm_medium=&zone=Asia/Tokyo&x=1&start=2026')).toEqual({ name: 'Anna', email: 'a@b.dk', utm_source: 'brev' })
})

test('long values are cut, and line ends can\'t come in where there are none', () => {
  const long = 'x'.repeat(3_000)
  const carried = read(`name=${long}&message=${long}&utm_term=${long}&utm_source=a%0D%0Ab`)
  const lengths = Object.fromEntries(Object.entries(carried).map(([name, value]) => [name, value.length]))
  expect(lengths).toEqual({ name: 254, message: 500, utm_term: 100, utm_source: 3 })
})

test('as a hidden field it says the same again, whatever was in it', () => {
  const names = fc.constantFrom('name', 'email', 'company', 'phone', 'diagnosis', 'message', 'utm_source', 'utm_content', 'then', 'zone')
  fc.assert(fc.property(fc.array(fc.tuple(names, fc.string({ unit: 'binary', maxLength: 700 }))), (pairs) => {
    const carried = readCarried(new URLSearchParams(pairs), ORIGINS)
    expect(readCarried(new URLSearchParams(carriedText(carried)), ORIGINS)).toEqual(carried)
  }))
})

test('the campaign is the five names and nothing about the person', () => {
  expect(campaignIn(read('utm_source=brev&utm_campaign=jul&name=Anna'))).toEqual({ utm_source: 'brev', utm_campaign: 'jul' })
  expect(campaignIn(read('name=Anna'))).toBeNull()
})

test.each(['https://www.nordlys.example/tak?a=b', 'http://localhost:8080/'])('%s may be led on to', (address) => {
  expect(allowedReturn(address, ORIGINS)).toEqual({ href: address, host: new URL(address).host })
  expect(read(`then=${encodeURIComponent(address)}`).then).toBe(address)
})

test.each([
  'https://nordlys.example/', 'http://www.nordlys.example/', 'https://www.nordlys.example.evil.example/', 'https://www.nordlys.example@evil.example/',
  'https://anna:x@www.nordlys.example/', '//www.nordlys.example/', '/tak', 'javascript:alert(1)//https://www.nordlys.example', 'https://www.nordlys.example:8443/',
  `https://www.nordlys.example/${'x'.repeat(600)}`, '',
])('"%s" may not', (address) => {
  expect(read(`then=${encodeURIComponent(address)}`).then).toBeUndefined()
})

test('without a list nothing may', () => {
  expect(allowedReturn('https://www.nordlys.example/', [])).toBeNull()
})
