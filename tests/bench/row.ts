/** One measured figure. A target is written as it is promised, for instance `<= 1`. */
export type BenchRow = { name: string; value: number; unit: string; target?: string; isWithin?: boolean }
