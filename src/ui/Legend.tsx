import { type Category, lineOf } from '../page/styles.ts';
import { useApp } from './context.ts';

/** What each kind of mark looks like on a page. */
const marks = [
  ['disputed', 'disputed'],
  ['known', 'known'],
  ['term', 'loaded'],
] as const satisfies [string, Category][];

/** What the marks on a page mean, each drawn as it is there. */
export function Legend() {
  const { t } = useApp();
  return (
    <dl class="legend">
      {marks.map(([name, category]) => (
        <div key={name}>
          <dt>
            <span style={{ textDecoration: lineOf(category), textUnderlineOffset: '.18em' }}>
              {t(`legend.${name}`)}
            </span>
          </dt>
          <dd>{t(`legend.${name}Means`)}</dd>
        </div>
      ))}
    </dl>
  );
}
