/** Where a visitor came from, as the address of the page said (the five names that web statistics agree on). */
export const CAMPAIGN_NAMES = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'] as const

export type CampaignName = (typeof CAMPAIGN_NAMES)[number]

export type Campaign = Partial<Record<CampaignName, string>>
