import { isActive, isAddress, isShare, type WatchedName, watchedNames } from './active.ts';
import { nameFinder } from './names.ts';
import { stringBytes } from './strings.ts';
import type { TokenKind, Tokens } from './tokens.ts';
import { UnreadablePdf } from './unreadable.ts';

/** Limit for the cost of reading one file: bytes read, plus a cost for each token and each address. */
const maxCost = 40 * 1024 * 1024;
const tokenCost = 16;
const addressCost = 256;
const costOfAddressByte = 16;
/** Limit for the nesting of dictionaries and lists; real files have about ten levels. */
const maxDepth = 100;
/** The most objects of one file. */
const maxObjects = 200_000;

/** Decrypts the bytes of one object. */
export type Decrypt = (bytes: Uint8Array) => Uint8Array;

const find = nameFinder(watchedNames);

/** The findings about the objects of one file. */
export class Inspection {
  isActive = false;
  /** True if an address in the file is on another machine of the network. */
  pointsAtShare = false;
  /** True if the file says where its first page is. */
  hasRoot = false;
  /** Watched names of the object being read. */
  readonly names = new Set<WatchedName>();
  #left = maxCost;
  #objects = 0;
  #open: ('dict' | 'list')[] = [];
  /** The name right before the token; null at the start of an object, empty after anything else. */
  #before: WatchedName | null = null;

  /** Begins a new object. */
  begin(): void {
    this.#open = [];
    this.#before = null;
    this.names.clear();
    this.#objects += 1;
    if (this.#objects > maxObjects) throw new UnreadablePdf('It has too many objects.');
  }

  /** True between objects and after the last token of one. */
  get isOutside(): boolean {
    return this.#open.length === 0;
  }

  /** Reads and inspects the next token. As in readers, only its own mark closes a dictionary or a list. */
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

/** Longer than any address that a reader opens. */
const maxAddressBytes = 4096;
