@NullMarked
package mo.farol.token.qr;

import org.jspecify.annotations.NullMarked;
