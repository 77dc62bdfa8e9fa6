import type { ComponentChildren } from 'preact';
import type { ImportJob } from '../../own-packs/database.ts';
import type { Excerpt, PlacedProblem, Preview } from '../../own-packs/preview.ts';
import { useApp } from '../context.ts';
import { size } from './size.ts';

/** What an import holds, and what speaks against it, before anything of it is used. */
export function ImportPreview({ job }: { job: ImportJob }) {
  const { t, language } = useApp();
  const { preview } = job;
  if (!preview) return null;
  const { info, counts, skipped, sample, problems, remarks, frequent, conflicts, sameNames, update, bytes } = preview;
  return (
    <div class="preview">
      <p role="status">
        <strong dir="auto">{info.title}</strong>{' '}
        {[
          t('options.packEntities', { count: counts.entities }),
          t('own.names', { count: counts.names }),
          t('options.packSources', { count: counts.sources }),
          size(bytes, language),
        ].join(' · ')}
      </p>
      {counts.refused > 0 && <p>{t('own.refused', { count: counts.refused })}</p>}
      {counts.joined > 0 && <p class="quiet">{t('own.joined', { count: counts.joined })}</p>}
      {skipped.map(([reason, count]) => (
        <p key={reason} class="quiet">
          {t('own.skipped', { count, reason })}
        </p>
      ))}
      <h4>{t('own.sample')}</h4>
      <ul class="plain sample">
        {sample.map(({ kind, name, names, description, statement }) => (
          <li key={name}>
            <strong>
              <bdi>{name}</bdi>
            </strong>{' '}
            <span class="quiet">{t(`card.kind.${kind}`)}</span>
            {[description, names.join(', '), statement].filter(Boolean).map((text) => (
              <div key={text} class="quiet">
                <bdi>{text}</bdi>
              </div>
            ))}
          </li>
        ))}
      </ul>
      <Problems list={problems} title={t('own.problems', { count: problems.count })} />
      <Problems list={remarks} title={t('own.remarks', { count: remarks.count })} />
      <List title={t('own.frequent', { count: frequent.count })} list={frequent}>
        {({ entity, name }) => `${name} (${entity})`}
      </List>
      <List title={t('own.conflicts', { count: conflicts.count })} list={conflicts}>
        {({ path, found }) => `${path}: ${found}`}
      </List>
      {sameNames && (
        <List title={t('own.sameNames', { count: sameNames.count })} list={sameNames}>
          {({ path, found }) => `${path}: ${found}`}
        </List>
      )}
      {update && <Update update={update} />}
    </div>
  );
}

interface ProblemsProps {
  list: Excerpt<PlacedProblem>;
  title: string;
}

export function Problems({ list, title }: ProblemsProps) {
  const { t } = useApp();
  return (
    <List title={title} list={list}>
      {({ line, row, sheet, path, expected, found, todo }) => {
        const problem = { expected, found, todo };
        if (row !== undefined && sheet !== undefined) return t('own.problemInSheet', { sheet, row, ...problem });
        if (row !== undefined) return t('own.problemInRow', { row, ...problem });
        return line === undefined
          ? t('own.problemAt', { path: sheet ?? (path || '–'), ...problem })
          : t('own.problemInLine', { line, ...problem });
      }}
    </List>
  );
}

function Update({ update: { added, removed, changed } }: { update: NonNullable<Preview['update']> }) {
  const { t } = useApp();
  return (
    <div class="update">
      <p>{t('own.updates')}</p>
      <List title={t('own.added', { count: added.count })} list={added}>
        {(name) => name}
      </List>
      <List title={t('own.removed', { count: removed.count })} list={removed}>
        {(name) => name}
      </List>
      <List title={t('own.changed', { count: changed.count })} list={changed}>
        {(change) => change}
      </List>
    </div>
  );
}

interface ListProps<T> {
  title: string;
  list: Excerpt<T>;
  children: (item: T) => ComponentChildren;
}

/** A long list behind its title; nothing when it is empty. */
function List<T>({ title, list, children }: ListProps<T>) {
  const { t } = useApp();
  if (list.count === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul class="plain problems">
        {list.first.map((item, i) => (
          <li key={i} dir="auto">
            {children(item)}
          </li>
        ))}
      </ul>
      {list.count > list.first.length && (
        <p class="quiet">{t('own.more', { count: list.count - list.first.length })}</p>
      )}
    </details>
  );
}
