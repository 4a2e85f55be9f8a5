import { holdsTo, type Right, type Wrong } from './cases';

const wrong: Wrong = {
  'A difference': [
    // What a thing costs, less what there is for it.
    [
      'It costs £74,000. The fund met £60,000 of this. The council gives £20,000. There is a gap of £44,000.\n',
      '£44,000',
    ],
    [
      'The roof costs £780,000. We have £300,000 and £45,000. The remaining £425,000 we have not got.\n',
      '£425,000',
    ],
    ['We need £60,000 and have £22,000, so we are £36,000 short.\n', '£36,000'],
    [
      'The lift will cost £92,500. The Friends have raised £31,000. We still have £51,500 to find.\n',
      '£51,500',
    ],
    ['The price is £18,400. The council has committed £9,000. That leaves £8,400 to find.\n', '£8,400'],
    ['The garden costs £6,200 and the Friends gave £2,500, leaving £4,700 to raise.\n', '£4,700'],
    ['Our target is £40,000. The appeal has raised £23,000. There is a shortfall of £27,000.\n', '£27,000'],
    // Two costs.
    ['Two systems cost £151,000 a year. One would cost £98,000 and save us £63,000.\n', '£63,000'],
    [
      'Our lease costs £27,400 a year. The new one will cost £19,100 a year, and save £6,300 a year.\n',
      '£6,300',
    ],
    // Two lengths of opening.
    ['It would be open 38 hours rather than 22, with the extra 18 hours without staff.\n', '18'],
    ['Elm would open for 52 hours instead of 35, with an additional 19 hours on trial.\n', '19'],
  ],
};

const right: Right = {
  'A difference': [
    'It costs £74,000. The fund met £30,000 of this. There is a gap of £44,000.\n',
    'Two systems cost £151,000 a year. One would cost £98,000 and save us £53,000.\n',
    'Two systems cost £151,000 a year. One would cost about £98,000 and save us £63,000.\n',
    'It would save £151,000. Ash costs £98,000 and would save £98,000.\n',
    'Ash costs £151,000 and Elm £98,000. We heard from 12 people, and save £7,200.\n',
    'It would be open 38 hours rather than 22 at 4 sites, with the extra 18 hours without staff.\n',
    'The roof costs £780,000. We have £300,000 and £45,000. The remaining £435,000 we have not got.\n',
    'We spent £36,000 on staff and £15,000 on stock, leaving £29,000 of the £80,000 grant.\n',
    'The old system cost £52,000 a year to run. The new one costs £31,000 to install, and saves £22,000 a year.\n',
    'Salaries come to £41,000 and rent to £17,000. We have a shortfall of £25,000 because fees fell.\n',
    'The council gives £60,000 and the trust gives £25,000. The remaining £38,000 comes from fees and hire.\n',
    'Fares cost us £4,200 and the hall £1,900. Going by minibus would save us £2,200 in fares.\n',
    'It costs £90,000. The council gives £40,000, the trust £20,000 and the Friends £10,000. A gap of £21,000 was closed by a sale.\n',
    'We need £50,000 in all, and £38,000 was given for books. For shelves, there is a shortfall of £11,000.\n',
    'The roof costs £80,000, and we have £55,000. If the bid fails the gap is £35,000.\n',
    'The roof costs £80,000, and we had £55,000. The trust gave £10,000 more than it had said. The remaining £16,000 is for the doors.\n',
    'We need £60,000 a year. The council has agreed £22,000 for 2026. In 2027 the gap is £36,000.\n',
    'The target is £24,000 and we have raised £17,000, a gap of £8,000 with what the appeal costs.\n',
    'The van costs £62,000. We have £35,000 promised. The remaining £28,000 includes its insurance.\n',
    'Two leases cost £48,000 a year. One would cost £30,000, and save £17,000 after the cost of moving.\n',
    'It would be open 40 hours, not 28, with the extra 10 hours without staff and two by the Friends.\n',
    'It is open 38 hours rather than 22. The extra 18 hours a week at Elm are new.\n',
    'The hall seats 120 and 84 came, so the extra 46 chairs were moved.\n',
    'We have 240 members, and 180 have paid. 70 are still to find time for it.\n',
    'The Friends raised £3,200 and spent £1,900, and have a balance of £1,400 in the bank.\n',
    'Staff cost £310,000, up from £284,000. The extra £27,000 is met by the council.\n',
    'Takings were £12,400 and costs £9,800. Fees left £2,700 for the Friends.\n',
    'The quote is £45,000 and the budget £38,000. We are £8,000 short once VAT is added.\n',
    'The quote is £45,000 and the budget £38,000. We are short by £17,000 over two years.\n',
    'The course costs £6,400. We were given £2,900 by the trust and £1,000 by the Friends. That leaves £2,600 to find, as £100 is from fees.\n',
    'The grant was £30,000, of which £18,000 went on staff and £7,000 on kit. The balance of £6,000 will be spent by June with interest.\n',
    'The grant was £30,000; staff cost £18,000. The balance was £13,000 at the end of March.\n',
    'Rent is £18,400 and we pay £12,000 of it; the council pays the remaining £6,400 and the extra £7,400 of rates.\n',
    'We need £74,000. The council gives £20,000, leaving £44,000 once the £10,000 of the Friends is in.\n',
    'The hub costs £74,000. The council gives £20,000. The gap of £44,000 is after fees.\n',
    'The hub costs £74,000. Of this the council gives £20,000 and fees bring £10,000. The gap is £44,000.\n',
    'A new boiler would cost £28,000, and repairs £9,000. Repairing it would save £18,000 now.\n',
    'Running the two vans costs £41,000 a year. One electric van would cost £23,000 a year, and save £19,000 with the grant.\n',
  ],
};

describe('What is said to be between two amounts', () => holdsTo(wrong, right));
