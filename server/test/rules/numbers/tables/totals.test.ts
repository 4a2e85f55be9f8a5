import { holdsTo, type Right, table, type Wrong } from '../cases';

const wrong: Wrong = {
  'A total': [
    [
      table(
        'Roof | Cost | Saving per yr',
        'Ash | £52,000 | £9,100',
        'Elm | £36,000 | £5,400',
        'Both | £88,000 | £15,500',
      ),
      '£15,500',
    ],
    [table('Site | Loans', 'Ash | 120', 'Elm | 98', 'Oak | 77', 'All three | 305'), '305'],
    [
      table(
        'Paid by | For | Cost',
        'Fund | staff | £46,500',
        'Us | rent | £9,000',
        'Total | all of it | £54,500',
      ),
      '£54,500',
    ],
    [
      table(
        'What | Year 1 | Total',
        'Staff | 21,400 | 27,700',
        'Scans | 12,200 | 31,100',
        'Total | 33,600 | £56,800',
      ),
      '£56,800',
    ],
    // Far from its parts, and yet one digit away from their sum.
    [
      table(
        'Item | £',
        'Rent | 68,000',
        'Share | 71,500',
        'Costs | -44,000',
        'Staff | -81,250',
        '**Net** | 24,250',
      ),
      '24,250',
    ],
    [table('Site | Loans', 'Ash | 1,204', 'Elm | 988', '**Total** | **2,292**'), '**2,292**'],
    [table('Item | £', 'Staff | 31,400', 'Books | 9,600', 'Rent | 4,000', 'Total | 44,000'), '44,000'],
    [table('Item | Cost', 'Staff | £31,400', 'Income | (£1,400)', 'Net | £31,000'), '£31,000'],
    [
      table(
        'Site | Adults | Children | Total',
        'Ash | 10 | 15 | 25',
        'Elm | 12 | 9 | 23',
        'Total | 22 | 24 | 46',
      ),
      '23',
    ],
    [table('Answer | %', 'Yes | 61', 'No | 27', 'Not sure | 9', 'Total | 100'), '100'],
    [table('Job | £m', 'Roof | 1.2', 'Lift | 0.4', 'Total | 1.8'), '1.8'],
    ['- Staff £4,100\n- Books £1,250\n- Rent £800\n- Total £6,050\n', '£6,050'],
    [table('Item | £', 'Harp | 900', 'Drum | 350', 'Hall | free', 'Total | £1,350'), '£1,350'],
    [table('Item | £', 'Bus | 4,200', 'Driver | in kind', 'Fuel | 610', 'Total | 4,610'), '4,610'],
    // Somebody pays for one thing, which costs nothing.
    [
      table('Item | Cost', 'Tools | £1,120', 'Tea | £0 (the Friends)', 'Rent | £640', 'Total | £1,860'),
      '£1,860',
    ],
    // More than rounding makes likely.
    [table('Job | £m', 'Roof | 0.9', 'Lift | 1.3', 'Vans | 0.6', 'Desks | 0.3', 'Total | 2.9'), '2.9'],
    // A row in bold that is the sum in one column, or a slip of it.
    [
      table(
        'Quarter | 2023 | 2025',
        'Spring | 4,120 | 4,380',
        'Summer | 4,310 | 4,610',
        'Autumn | 4,550 | 5,020',
        '**Year** | **12,980** | **14,110**',
      ),
      '**14,110**',
    ],
    [
      table(
        'Why a session was called off | Sessions',
        'Ill | 61',
        'Snow | 39',
        'Other | 27',
        '**Called off** | **137**',
      ),
      '**137**',
    ],
    // All of what some rows above name.
    [
      table(
        ' | 2024 | 2025',
        'Sessions | 48 | 51',
        'Attendances, members | 281 | 358',
        'Attendances, carers | 252 | 325',
        'All attendances | 533 | 693',
      ),
      '693',
    ],
    // Nobody is of two ages.
    [table('Age | Staff', 'Under 30 | 14', '30–49 | 52', '50 and over | 54', 'Total | 118'), '118'],
    // A last row of sums by another name.
    [
      table(
        'Test | Move | Stay | Share',
        'Cost | 2 | 4 | 3',
        'Reach | 5 | 2 | 4',
        'Speed | 3 | 5 | 2',
        'Score | 10 | 12 | 9',
      ),
      '12',
    ],
  ],
};

const right: Right = {
  'A total': [
    table('Site | Visits per day', 'Ash | 120', 'Elm | 98', 'Total | 109'),
    table(
      ' | 2024 | 2025',
      'Sessions | 48 | 51',
      'Attendances, members | 281 | 358',
      'Attendances, carers | 252 | 325',
      'Total attendances | 533 | 683',
    ),
    // What there is to spend, the best of all, and a cell that is counted elsewhere.
    table('Item | £', 'Pay | 612', 'Books | 408', 'Rent | 204', '**Budget** | **1,324**'),
    table('Site | Loans', 'Ash | 120', 'Elm | 98', 'Oak | 277', '**Lime** | **588**'),
    table('Item | £', 'Pay | 612', 'Hall | 408 (in kind)', 'Books | 204', 'Total | 816'),
    table('Job | £m', 'Roof | 0.9', 'Lift | 1.3', 'Vans | 0.6', 'Desks | 0.3', 'Total | 3.0'),
    table('Site | Loans', 'Ash | 120', 'Elm | 98', 'Oak | 77', 'All members | 305'),
    table('Branch | Loans', 'Ash | 23,333', 'Elm | 23,333', 'Oak | 23,333', 'Total | 70,000'),
    table('Site | Loans', 'Ash | 1,204', 'Elm | 988', '**Total** | **2,192**'),
    // Rounding.
    table('Answer | %', 'Yes | 61.4', 'No | 27.3', 'Not sure | 11.2', 'Total | 100'),
    table('Job | £000', 'Roof | 121', 'Lift | 43', 'Door | 12', 'Total | 177'),
    table('Site | Visits (000s)', 'Ash | 121', 'Elm | 43', 'Oak | 12', 'Total | 177'),
    table('Source | Carbon (kg, rounded)', 'Gas | 121', 'Light | 43', 'Vans | 12', 'Total | 177'),
    // A mean, people who came twice, subtotals, what is taken off.
    table('Site | Average age', 'Ash | 41', 'Elm | 45', 'All | 43'),
    table('Site | People', 'Ash | 210', 'Elm | 190', 'Total | 360'),
    table(
      'Item | £',
      'Staff | 100',
      'Books | 50',
      'Subtotal | 150',
      'Rent | 30',
      'Heat | 20',
      'Subtotal | 50',
      'Total | 200',
    ),
    table('Item | £', 'Staff | 100', 'Books | 50', 'Total | 150', 'Less: grant | 40', 'To find | 110'),
    table('Item | £', 'Staff | 100', 'Books | 50', 'Less: grant | 40', 'Total | 110'),
    table('Item | £', 'Staff | 100', 'Books | 50', 'of which new | 20', 'Total | 150'),
    table('Item | £000', 'Staff | 1,842', 'Books | 402', 'Income | (131)', '**Net** | **2,113**'),
    table('Site | A | B | Total', 'Ash | 2 | – | 2', 'Elm | nil | 4 | 4', 'Total | 2 | 4 | 6'),
    table(
      'Income | £ | | Spending | £',
      'Fees | 70 | | Staff | 60',
      'Grants | 30 | | Rent | 35',
      '**Total** | **100** | | **Total** | **95**',
    ),
    table('Type | Sessions | People', 'Rhymes | 40 | 1,160', 'Games | 20 |', 'Total | 60 | 1,500'),
    table('Lead | Population', 'Ash | 4,000', 'Elm | 5,000', 'County total | 90,000'),
    table(
      'Item | £',
      'Kiosks | 215,000',
      'Fitting | 60,000',
      '**Capital** | **275,000**',
      'Upkeep | 144,000',
      '**Five-year cost** | **419,000**',
    ),
    // What the total says it leaves out, or what is counted on another list.
    table(
      'Item | 2025 | 2026',
      'Pay | 600 | 640',
      'VAT | 120 | 128',
      'Books | 400 | 410',
      'Total (exc. VAT) | 1,000 | 1,050',
    ),
    table('Item | £', 'Pay | 600', 'Books | 400', 'VAT at 20% | 200', 'Total (exc. VAT) | 1,000'),
    table('Item | £', 'Pay | 600', 'Books | 400', 'VAT | 200', 'Total before VAT | 1,000'),
    table('Item | £', 'Pay | 600', 'Books | 400', 'Total (including VAT) | 1,200'),
    table(
      'Item | Net | VAT | Total (exc. VAT)',
      'Pay | 60 | 0 | 60',
      'Roof | 40 | 8 | 40',
      'Door | 30 | 6 | 30',
    ),
    table(
      'Site | Visits | Loans',
      'Ash | 120 | 64',
      'Elm | 98 | 41',
      'Home library | 77 | 30',
      'Total (libraries) | 218 | 105',
    ),
    table(
      'Site | Visits | Loans',
      'Ash | 120 | 64',
      'Elm | 98 | 41',
      'Home library | 77 | 30',
      'Total | 218 | 105',
    ),
    table('Site | Loans | Holds', 'Ash | 120 | 64', 'Elm | 98 | 41', 'Online | 77 | 30', 'Total | 218 | 105'),
    // What is taken off, without a word or a sign for it.
    table(
      'Item | 2025 | 2026',
      'Pay | 600 | 640',
      'Books | 400 | 410',
      'Income | 50 | 60',
      'Total | 950 | 990',
    ),
    table(
      'Item | 2025 | 2026',
      'Pay | 600 | 640',
      'Books | 400 | 410',
      'Fees and charges | 50 | 60',
      'Total | 950 | 990',
    ),
    table(
      'Item | 2025 | 2026',
      'Pay | 600 | 640',
      'Books | 400 | 410',
      'Income | 50 | 60',
      'Savings | 9 | 7',
      'Total | 941 | 983',
    ),
    table(
      'Item | 2025 | 2026',
      'Pay | 600 | 640',
      'Books | 400 | 410',
      'Grant | – | 60',
      'Total | 1,000 | 990',
    ),
    table('Item | £', 'Pay | 600', 'Books | 400', 'Fees and charges | 50', 'Total | 950'),
    table(
      'Item | 2025 | 2026',
      'Pay | 600 | 640',
      'Books | 400 | 410',
      'Income | 50 | 60',
      'Total spending | 1,000 | 1,050',
    ),
    // Some of what the total counts.
    table(
      'Top three libraries | Visits | Loans',
      'Ash | 700 | 140',
      'Elm | 600 | 110',
      'Oak | 400 | 90',
      'Total | 2,000 | 400',
    ),
    table(
      'Site | Visits | Loans',
      'Top three libraries | 1,200 | 260',
      'Rural libraries | 500 | 90',
      'Total | 2,000 | 400',
    ),
    // All are wrong, each by something else: they may be of something else.
    table('Site | Visits | Loans', 'Ash | 120 | 64', 'Elm | 98 | 41', 'Oak | 77 | 30', 'Total | 305 | 125'),
    // Some who are counted in other rows, and hours that are to end.
    table(
      'Site | Members | Learners',
      'Ash | 120 | 64',
      'Elm | 90 | 41',
      'New this year | 31 | 15',
      'Total | 210 | 105',
    ),
    table(
      ' | Ash | Elm',
      'Staffed hours before | 32 | 24',
      'Staffed hours now | 26 | 18',
      'Open hours | 46 | 54',
      'Total hours now | 72 | 72',
      'Visits | 9,870 | 2,115',
    ),
    table('Option | £', 'Close | 10,000', '**Move** | **24,000**', 'Stay | 30,000', 'Total | 64,000'),
    table(
      'Item | £',
      'Staff | 100',
      'Books | 50',
      '**Cost** | **150**',
      'Less: Friends | 40',
      '**Request** | **110**',
    ),
    table('Item | £', 'Harp | 900', 'Drum | 350', 'Hall | free', 'Total | £1,250'),
    table(
      'Site | Adults | Teens | Children',
      'Ash | 20 | 40 | 30',
      'Elm | 50 | 20 | 40',
      'Oak | 30 | 50 | 20',
      'Lime | 40 | 60 | 70',
    ),
  ],
};

describe('Totals of a table that disagree with its rows', () => holdsTo(wrong, right));
