import { loadOwn } from './corpus.mts';
import { OPTIONS, predict, train } from './train.mts';

const d = loadOwn('server/train/papers/pages.txt');
const bad = d.flatMap((x) => x.units).filter((u) => ![...u.meaning].every(Number.isFinite));
console.log(d.length, bad.length, bad[0]?.text);
const m = train(d, { ...OPTIONS, innerFolds: 2, rounds: 30, headRounds: 3 });
console.log(
  JSON.stringify(m.words.start),
  m.head.hidden[0]!.slice(0, 3),
  m.head.out[0]!.slice(0, 3),
  m.head.direct[0]!.slice(0, 3),
  m.document.start,
  predict(m, d[0]!)[2],
);
