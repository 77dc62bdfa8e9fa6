import { useEffect, useState } from 'preact/hooks';
import { send } from '../messages/index.ts';
import type { Messages } from '../messages/protocol.ts';
import { useApp } from './context.ts';
import { EntityView } from './EntityView.tsx';

type Items = Messages['browse']['reply'];

/** Goes through what open data knows: the countries, the bodies and offices of each, their members. */
export function Browse() {
  const { t, language } = useApp();
  const [way, setWay] = useState<string[]>([]);
  const [items, setItems] = useState<Items | 'failed'>();
  const entity = way.at(-1);

  useEffect(() => {
    let current = true;
    setItems(undefined);
    send('browse', { entity }).then(
      (found) => current && setItems(found),
      () => current && setItems('failed'),
    );
    return () => {
      current = false;
    };
  }, [entity]);

  const open = (id: string) => setWay((before) => [...before, id]);
  const number = new Intl.NumberFormat(language);
  const groups = items === undefined || items === 'failed' ? [] : [...Map.groupBy(items, ({ property }) => property)];
  return (
    <div class="browse">
      {entity !== undefined && (
        <EntityView entity={entity} onOpen={open} onBack={() => setWay((before) => before.slice(0, -1))} />
      )}
      {items === undefined && <p role="status">{t('browse.reading')}</p>}
      {items === 'failed' && <p role="alert">{t('common.workerGone')}</p>}
      {groups.map(([property, members]) => (
        <section key={property}>
          <h3>
            {t(`card.property.${property}`)} <span class="count">{number.format(members.length)}</span>
          </h3>
          <ul class="hits">
            {members.map(({ entity: id, name, kind }) => (
              <li key={id}>
                <button type="button" onClick={() => open(id)}>
                  <strong>
                    <bdi>{name}</bdi>
                  </strong>
                  <span class="quiet">{t(`card.kind.${kind}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
