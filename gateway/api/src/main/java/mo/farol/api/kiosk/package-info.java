/** The request and the answer by which a kiosk binds a phone. */
@NullMarked
package mo.farol.api.kiosk;

import org.jspecify.annotations.NullMarked;
