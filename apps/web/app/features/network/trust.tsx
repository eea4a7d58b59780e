import { useTranslation } from 'react-i18next';
import { useWords } from '../../ui/text.ts';

/** From which share of full trust (thousandths) a word is used: two who would vouch at 80 make 640. */
const words = [
  [640, 'strong'],
  [360, 'good'],
  [160, 'fair'],
  [0, 'weak'],
] as const;

/** How much trust lies on a way, in a word and in percent. @param thousandths 0–1000 */
export function Trust({ thousandths }: { thousandths: number }) {
  const { t } = useTranslation('network');
  const { percent } = useWords();
  const [, word] = words.find(([from]) => thousandths >= from) ?? words[3];
  return (
    <span className="text-sm whitespace-nowrap tabular-nums">
      {t(`trust.${word}`, { share: percent(thousandths * 1000) })}
    </span>
  );
}
