/** Codes as QR pictures. */
@NullMarked
package mo.farol.token.qr;

import org.jspecify.annotations.NullMarked;
