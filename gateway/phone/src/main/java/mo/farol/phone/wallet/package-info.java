/**
 * The reference wallet: holds several e-IDs, each with a key of its own, and does for its owner what the resident API
 * offers: bind, suspend, resume, unbind, see who read what.
 */
@NullMarked
package mo.farol.phone.wallet;

import org.jspecify.annotations.NullMarked;
