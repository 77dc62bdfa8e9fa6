/** A small pack that the tests of the command bring along. */
export const rivers = {
  format: 'sidelight-pack',
  formatVersion: 1,
  id: 'rivers',
  title: 'Rivers',
  description: 'Rivers and who measured them',
  language: 'en',
  license: 'CC0-1.0',
  released: '2026-11-01',
  entities: [
    { id: 'karun-river', kind: 'place', name: 'Karun River', wikipedia: 'Karun' },
    { id: 'gertrude-bell', kind: 'person', name: 'Gertrude Bell', living: false },
    { id: 'survey-office', kind: 'organisation', name: 'Survey & Levels Office' },
  ],
  sources: {},
};
