/** The people of the demo world, the tests, the previews and the screenshots. All addresses are example.com's. */
export const CAST = {
  consultant: { name: 'Mette Holm', title: 'Salgsrådgiver', email: 'mette@example.com', phone: '+45 20 00 00 01' },
  soren: { name: 'Søren Kjær', email: 'soren.kjaer@example.com', company: 'Nordlys Værktøj A/S', phone: '+45 20 00 00 02' },
  amina: { name: 'Amina Yusuf', email: 'amina@example.com', company: 'Havnens Logistik', phone: null },
  thomas: { name: 'Thomas Brandt', email: 'thomas.brandt@example.com', company: 'Brandt & Sønner', phone: null },
  claire: { name: 'Claire O’Neill', email: 'claire@example.com', company: 'Harbour Analytics Ltd', phone: null },
} as const
