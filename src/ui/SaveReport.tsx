import { toCsv } from '../cite/csv.ts';
import type { PageReport } from '../messages/protocol.ts';
import { useApp } from './context.ts';
import { save } from './save.ts';

const because = ({ rule, detail }: PageReport['mentions'][number]['why']) => (detail ? `${rule}: ${detail}` : rule);

/** The mentions of a page, one in a row, with the words around them. */
function asCsv({ mentions, url }: PageReport): string {
  return toCsv(
    ['text', 'entity', 'name', 'kind', 'why', 'before', 'after', 'url'],
    mentions.map(({ text, entity, name, kind, why, before, after }) => ({
      ...{ text, entity, name, kind, before, after, url },
      why: because(why),
    })),
  );
}

function asMarkdown({ title, url, mentions }: PageReport): string {
  const plain = (text: string) => text.replace(/[\\`*_[\]<>#]/g, '\\$&').replace(/\s+/g, ' ');
  const lines = mentions.map(({ text, name, why }) => `- **${plain(text)}**: ${plain(name)} (${plain(because(why))})`);
  return [`# ${plain(title)}`, '', `<${url}>`, '', ...lines, ''].join('\n');
}

/** Saves what was found on a page as a file, in the formats of the command line that need no more than the list. */
export function SaveReport({ report }: { report: PageReport }) {
  const { t } = useApp();
  if (report.mentions.length === 0) return null;
  return (
    <div class="bar start save-report">
      <span class="quiet">{t('popup.saveList')}</span>
      <button
        type="button"
        onClick={() => save(new Blob([asCsv(report)], { type: 'text/csv' }), 'sidelight-report.csv')}
      >
        {formats.csv}
      </button>
      <button
        type="button"
        onClick={() => save(new Blob([asMarkdown(report)], { type: 'text/markdown' }), 'sidelight-report.md')}
      >
        {formats.markdown}
      </button>
    </div>
  );
}

/** Names of formats are the same in every language. */
const formats = { csv: 'CSV', markdown: 'Markdown' };
