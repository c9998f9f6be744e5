/** Codes and peers' tokens, made just before they are used. */
@NullMarked
package mo.farol.bench.mint;

import org.jspecify.annotations.NullMarked;
