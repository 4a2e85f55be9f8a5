import { holdsTo, type Right, table, type Wrong } from '../cases';

const grants = (...rows: readonly string[]): string => table('Year | Project | £', ...rows);

const wrong: Wrong = {
  'A sum before a table of what it is made up of': [
    [
      `We have had four grants from the Fund, £73,500 in all:\n\n${grants(
        '2021 | A makerspace | 22,000',
        '2022 | Rhymes on the islands | 14,500',
        '2023 | Home delivery | 18,000',
        '2024 | Sound booths | 16,000',
      )}`,
      '£73,500',
    ],
    // One digit is wrong, so that it is not near.
    [
      `We have had three grants, £44,500 in all:\n\n${grants(
        '2021 | A makerspace | 22,000',
        '2022 | Rhymes | 14,500',
        '2023 | Delivery | 18,000',
      )}`,
      '£44,500',
    ],
  ],
};

const right: Right = {
  'A sum before a table': [
    `We have had three grants, £54,500 in all:\n\n${grants(
      '2021 | A makerspace | 22,000',
      '2022 | Rhymes | 14,500',
      '2023 | Delivery | 18,000',
    )}`,
    // Of which the table has some.
    `Of the £57,000 the largest grants were:\n\n${grants(
      '2021 | A makerspace | 22,000',
      '2022 | Rhymes | 14,500',
      '2023 | Delivery | 18,000',
    )}`,
    // Costs of two years, of which one is the sum.
    `It costs £57,000 a year:\n\n${table(
      'Item | Year 1 | Year 2',
      'Staff | £22,000 | £23,000',
      'Books | £14,500 | £15,000',
      'Rent | £18,000 | £19,000',
    )}`,
    // With a total, which is compared with its column.
    `It costs £57,000, as follows:\n\n${table(
      'Item | £',
      'Staff | 22,000',
      'Books | 14,500',
      'Rent | 18,000',
      'VAT | 2,500',
      'Total | 57,000',
    )}`,
    `**What £56,000 would save**\n\n${grants(
      '2021 | A makerspace | 22,000',
      '2022 | Rhymes | about 14,500',
      '2023 | Delivery | 18,000',
    )}`,
  ],
};

describe('A sum that differs from the table below it', () => holdsTo(wrong, right));
