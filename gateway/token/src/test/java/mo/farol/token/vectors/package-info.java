/** The format's golden vectors and the program that regenerates them. */
@NullMarked
package mo.farol.token.vectors;

import org.jspecify.annotations.NullMarked;
