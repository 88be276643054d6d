import '@remix-run/server-runtime'

/** Loaders answer by single fetch, so what a page reads has the types that its loader gave. */
declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true
  }
}
