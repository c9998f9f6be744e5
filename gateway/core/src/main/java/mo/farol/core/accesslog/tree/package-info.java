/** The Merkle tree over the access log: RFC 6962 hashes in tiles of height 8 (C2SP tlog-tiles). No input, no output. */
@NullMarked
package mo.farol.core.accesslog.tree;

import org.jspecify.annotations.NullMarked;
