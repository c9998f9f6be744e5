/**
 * The demo's people as they act: signed in at the stand-in, with their phones in hand, at a kiosk or a counter. Everything
 * goes through the gateway's public APIs.
 */
@NullMarked
package mo.farol.demo.cast;

import org.jspecify.annotations.NullMarked;
