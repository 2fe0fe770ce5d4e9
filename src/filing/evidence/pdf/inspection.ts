import { isActive, isAddress, isShare, type WatchedName, watchedNames } from './active.ts';
import { nameFinder } from './names.ts';
import { stringBytes } from './strings.ts';
import type { TokenKind, Tokens } from './tokens.ts';
import { UnreadablePdf } from './unreadable.ts';

/** What reading one file may cost: the bytes passed, so much more for each token, and for each address. */
const maxCost = 40 * 1024 * 1024;
const tokenCost = 16;
const addressCost = 256;
const costOfAddressByte = 16;
/** How deep dictionaries and lists lie in each other; real files know about ten levels. */
const maxDepth = 100;
/** Objects of one file. */
const maxObjects = 200_000;

/** Opens what is encrypted in one object. */
export type Decrypt = (bytes: Uint8Array) => Uint8Array;

const find = nameFinder(watchedNames);

/** What the objects of one file were found to hold. */
export class Inspection {
  isActive = false;
  /** An address in it is on another machine of the network. */
  pointsAtShare = false;
  /** It says where its first page is found. */
  hasRoot = false;
  /** Names of the object that is being read. */
  readonly names = new Set<WatchedName>();
  #left = maxCost;
  #objects = 0;
  #open: ('dict' | 'list')[] = [];
  /** The name right before; null at the beginning of an object, empty behind anything else. */
  #before: WatchedName | null = null;

  /** Begins a new object. */
  begin(): void {
    this.#open = [];
    this.#before = null;
    this.names.clear();
    this.#objects += 1;
    if (this.#objects > maxObjects) throw new UnreadablePdf('It has too many objects.');
  }

  /** True between objects, and behind the last token of one. */
  get isOutside(): boolean {
    return this.#open.length === 0;
  }

  /** Reads the next token and looks at it. What is open is closed by its own mark alone, as readers do. */
  read(tokens: Tokens, decrypt?: Decrypt): TokenKind {
    const from = tokens.end;
    const kind = tokens.next();
    this.#spend(tokens.end - from + tokenCost);
    this.#take(tokens, decrypt);
    return kind;
  }

  #spend(cost: number): void {
    this.#left -= cost;
    if (this.#left < 0) throw new UnreadablePdf('It has itself read too often.');
  }

  #take(tokens: Tokens, decrypt: Decrypt | undefined): void {
    const { kind } = tokens;
    if (kind === 'name') {
      this.#before = this.#name(find(tokens));
      return;
    }
    if (kind === 'dict' || kind === 'list') this.#push(kind);
    else if (kind === 'dict-end' && this.#open.at(-1) === 'dict') this.#open.pop();
    else if (kind === 'list-end' && this.#open.at(-1) === 'list') this.#open.pop();
    else if ((kind === 'text' || kind === 'hex') && isAddress(this.#before)) this.#lookAt(tokens, decrypt);
    this.#before = '';
  }

  #name(name: WatchedName): WatchedName {
    if (name === '') return name;
    if (isActive(name, this.#before)) this.isActive = true;
    if (name === 'Root' || name === 'Catalog') this.hasRoot = true;
    this.names.add(name);
    // A glyph may be named EF, too.
    if (this.names.has('EF') && this.names.has('Filespec')) this.isActive = true;
    return name;
  }

  #push(kind: 'dict' | 'list'): void {
    if (kind === 'dict' && this.#before === 'EF') this.isActive = true;
    this.#open.push(kind);
    if (this.#open.length > maxDepth) throw new UnreadablePdf('Its dictionaries lie too deep in each other.');
  }

  #lookAt(tokens: Tokens, decrypt: Decrypt | undefined): void {
    const length = tokens.end - tokens.start;
    this.#spend(addressCost + length * costOfAddressByte);
    if (length > maxAddressBytes) {
      // Alone it is a text like others; as an address it is made to be passed over.
      if (this.#before !== null) this.pointsAtShare = true;
      return;
    }
    const bytes = stringBytes(tokens);
    const address = decrypt ? decrypt(bytes) : bytes;
    if (isShare(Buffer.from(address.subarray(0, 64)).toString('latin1'))) this.pointsAtShare = true;
  }
}

/** Longer than an address that any reader opens. */
const maxAddressBytes = 4096;
