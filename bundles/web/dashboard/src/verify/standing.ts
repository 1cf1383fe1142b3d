import { microsOf } from './encoding';
import type { Entry } from './file';

/** What is wrong with the entry at hand; ends the check. */
export class Flaw extends Error {
  constructor(
    readonly field: string,
    sentence: string,
  ) {
    super(sentence);
  }
}

/** No amount has more digits: 2^256 has 78. */
const UNITS = /^(0|[1-9][0-9]{0,77})?$/;

/**
 * The rules that the lines of a ledger follow besides their hashes: one verdict a post, one currency, and every accepted bid is above
 * those that stand. A bid that was voided stands no more. Time that runs backwards is told but no flaw: order comes from the chain.
 */
export class Standing {
  note: string | null = null;
  private readonly byPost = new Map<string, Entry>();
  private readonly accepted: Entry[] = [];
  private last: bigint | null = null;
  private currency: string | null = null;

  /** What each field may look like; two spellings of one value would be two hashes. */
  checkForm(entry: Entry): void {
    if (microsOf(entry.at) === null) throw new Flaw('at', 'the time is not an instant in UTC of at most microseconds');
    if (!/^[A-Z][A-Z_]{0,63}$/.test(entry.verdict)) throw new Flaw('verdict', 'the verdict is not a code of capital letters');
    if (!UNITS.test(entry.amountUnits)) throw new Flaw('amountUnits', 'the amount is not a whole number of smallest units');
  }

  /** Takes a line whose hash holds. */
  take(entry: Entry): void {
    const at = microsOf(entry.at) as bigint;
    if (this.last !== null && at < this.last && this.note === null) {
      this.note = `entry ${entry.index} is dated before the entry before it: the server's clock was set back`;
    }
    this.last = at;
    if (this.currency !== null && this.currency !== entry.currency) {
      throw new Flaw('currency', 'the currency is not that of the entries before');
    }
    this.currency = entry.currency;
    if (entry.verdict === 'VOIDED') return this.takeBack(entry);
    if (this.byPost.has(entry.post)) throw new Flaw('post', 'the post has a verdict already');
    this.byPost.set(entry.post, entry);
    if (entry.verdict === 'ACCEPTED') this.accept(entry);
  }

  get highest(): Entry | null {
    return this.accepted.at(-1) ?? null;
  }

  private accept(entry: Entry): void {
    if (entry.amountUnits === '') throw new Flaw('amountUnits', 'an accepted bid has no amount');
    if (this.highest && BigInt(entry.amountUnits) <= BigInt(this.highest.amountUnits)) {
      throw new Flaw('amountUnits', 'the accepted amount is not above the highest that stands');
    }
    this.accepted.push(entry);
  }

  private takeBack(entry: Entry): void {
    const bid = this.byPost.get(entry.post);
    const place = bid ? this.accepted.lastIndexOf(bid) : -1;
    if (!bid || place < 0) throw new Flaw('post', 'what is voided is not an accepted bid that stands');
    this.accepted.splice(place, 1);
    if (bid.bidder !== entry.bidder) throw new Flaw('bidder', 'the voided bid is of another bidder');
    if (entry.amountUnits !== '' && entry.amountUnits !== bid.amountUnits) {
      throw new Flaw('amountUnits', 'the voided bid has another amount');
    }
  }
}
