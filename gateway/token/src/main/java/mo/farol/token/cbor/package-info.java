/** Deterministic CBOR (RFC 8949, 4.2): a small strict reader and a writer, for the items that format 1 uses. */
@NullMarked
package mo.farol.token.cbor;

import org.jspecify.annotations.NullMarked;
