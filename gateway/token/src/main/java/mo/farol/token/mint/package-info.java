/** Making codes, as a phone does. */
@NullMarked
package mo.farol.token.mint;

import org.jspecify.annotations.NullMarked;
