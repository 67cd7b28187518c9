import { BekostigingsWijzer } from './element.ts';

// The newest and a pinned version may both be in one page: the first one wins.
if (!customElements.get('bekostigings-wijzer')) customElements.define('bekostigings-wijzer', BekostigingsWijzer);

export { BekostigingsWijzer };
