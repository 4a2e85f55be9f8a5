import { holdsTo, type Right, type Wrong } from '../cases';

const wrong: Wrong = {
  'More or fewer names than are counted': [
    ['The six wards are Ash, Elm, Oak, Yew and Old Bridge.\n', 'six'],
    ['We work in 5 villages: Ash, Great Elm, St Mary’s and Stow on the Hill.\n', '5'],
  ],
};

const right: Right = {
  'Names, as many as are counted': [
    'The five wards are Ash, Elm, Oak, Yew and Old Bridge.\n',
    'Four libraries will lose hours: Ash, Elm, Oak and Yew.\n',
  ],
  'Names of something else that is named behind the count': [
    'All nine libraries will close on bank holidays: Good Friday, Easter Monday and Christmas Day.\n',
    'Three libraries have chosen their themes: Space, Oceans, Forests and Rivers.\n',
    'Six libraries hold the archives: Bell Papers, Dale Papers and Holt Maps.\n',
  ],
  'Names that are not all, or of which two may be one': [
    'The six wards are Ash, Elm, Oak, Yew, Hill and Bridge, and Old Bridge.\n',
    'Three of the libraries will lose hours: Ash, Elm, Oak and Yew.\n',
    'Six wards, such as: Ash, Elm and Oak.\n',
    'The six wards are Ash, Elm, Oak, Yew and the two on the hill.\n',
    'We asked two schools and three nurseries: Oak, Elm School, Bluebell, Daisy and Acorn.\n',
    'We asked three nurseries in the north and the middle of the town and two schools: Oak, Elm, Ash, Yew and Acorn.\n',
    'Six wards are poor. Ash, Elm and Oak are not.\n',
  ],
};

describe('Names that are counted', () => holdsTo(wrong, right));
