/** {@code POST /v1/kiosk-bindings}: a kiosk binds the phone that shows a number. */
@NullMarked
package mo.farol.server.kiosk;

import org.jspecify.annotations.NullMarked;
