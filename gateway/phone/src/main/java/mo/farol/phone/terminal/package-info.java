/** The reference terminal client: signs in, asks, retries honestly, checks receipts and opens encrypted releases. */
@NullMarked
package mo.farol.phone.terminal;

import org.jspecify.annotations.NullMarked;
